"""What costs most has a limit for each network, which a person never meets."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from kls_portal import limits

SEARCH, CHECK, QUICK = "/search/?q=interview", "/vacancies/check/", "/vacancies/induction/"
FILE = "/vacancies/induction/checklist.ics?role=librarian&band=5&start=2027-01-04"
TEXT = {"kind": "jd", "pasted": "Answers enquiries of readers."}


@pytest.fixture
def tight(settings, db):
    settings.NETWORK_LIMITS = {"searches": 2, "checks": 2, "files": 2}


def ask(kind: str, address: str = "192.0.2.7", **more):
    client = Client(REMOTE_ADDR=address, **more)
    if kind == "checks":
        return client.post(CHECK, TEXT)
    return client.get(SEARCH if kind == "searches" else FILE)


@pytest.mark.parametrize("kind", ["searches", "checks", "files"])
def test_one_network_is_told_to_wait_and_another_goes_on(kind, tight, time_machine):
    time_machine.move_to(1_000_000_010.0, tick=False)
    statuses = [ask(kind).status_code for _ in range(4)]
    assert 429 not in statuses[:2]
    assert statuses[2:] == [429, 429]
    told = ask(kind)
    assert told.headers["Retry-After"] == "10"
    assert told.headers["Cache-Control"] == "private, no-store"
    assert "too_much.html" in [template.name for template in told.templates]
    assert ask(kind, "192.0.2.8").status_code != 429


@pytest.mark.parametrize("kind", ["searches", "checks", "files"])
def test_all_addresses_of_one_ipv6_network_count_as_one(kind, tight):
    statuses = [ask(kind, f"2001:db8::{number}").status_code for number in range(1, 4)]
    assert statuses[2] == 429
    assert ask(kind, "2001:db8:0:1::1").status_code != 429


def test_one_limit_does_not_stop_the_others_nor_a_page_without_a_question(tight):
    for kind in ("searches", "checks", "files"):
        assert [ask(kind).status_code == 429 for _ in range(3)] == [False, False, True]
    client = Client(REMOTE_ADDR="192.0.2.7")
    for page in ("/search/", CHECK, QUICK):
        assert client.get(page).status_code == 200


def test_what_was_sent_is_not_read_where_the_limit_is_reached(tight, monkeypatch):
    for _ in range(2):
        ask("checks")
    monkeypatch.setattr("vacancies.checks.views.CheckForm", lambda *_: pytest.fail("It was read."))
    assert ask("checks").status_code == 429


def test_a_person_never_meets_a_limit():
    """A hundred people of one Trust, who all ask in the same minute."""
    assert min(settings.NETWORK_LIMITS.values()) >= 100


def views_of(patterns=None):
    for one in patterns or get_resolver().url_patterns:
        if isinstance(one, URLResolver):
            yield from views_of(one.url_patterns)
        elif isinstance(one, URLPattern):
            yield one


def test_every_address_that_ends_like_a_file_counts_as_one():
    kinds = (":kind>", ":document>", ".ics", ".zip")
    ends = [one for one in views_of() if str(one.pattern).rstrip("$").endswith(kinds)]
    assert len(ends) >= 15
    assert [one.name for one in ends if not one.name.endswith(("_file", "_export"))] == []
    assert resolve("/guide/guide.pdf").url_name == "guide_file"


def test_the_privacy_page_says_what_is_counted_and_for_how_long_in_words():
    words = (settings.BASE_DIR / "guidance/content/privacy.md").read_text(encoding="utf-8")
    assert "count searches, job description checks and downloads over one minute." in words
    assert limits.SECONDS == 60
