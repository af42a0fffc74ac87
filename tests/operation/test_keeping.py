"""What the nightly clean-up deletes: sessions, counters, stored pages, links, readers' answers."""

import re
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.conf import settings as site
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.management import call_command
from django.utils.timezone import localdate, now

from guidance.models import ApprovalLink, Feedback, Page
from guidance.pages.services.approvals import answer, forget_links, make_link
from guidance.pages.services.feedback import forget_answers
from kls_portal.operation import store
from kls_portal.operation.models import StoredValue
from kls_portal.operation.store import TableStore
from tests.vacancies.plans import new_plan
from vacancies.induction.services import plans as links
from vacancies.models import PlanLink, Vacancy, VacancyLink

FILES = "kls_portal.operation.forgiving.PageFiles"
DAY = timedelta(days=1)


def purged():
    out = StringIO()
    call_command("purge_expired", stdout=out)
    return out.getvalue()


def test_ended_sessions_go_and_open_ones_stay(db):
    for name, end in (("ended", -1), ("open", 1)):
        ends = now() + end * timedelta(minutes=1)
        Session.objects.create(session_key=name, session_data="", expire_date=ends)
    said = purged()
    assert [session.pk for session in Session.objects.all()] == ["open"]
    assert re.findall(r"\d+", said) == ["1"]
    assert not list(store.forget_sessions(now()))


def test_ended_counters_go_and_others_stay(db):
    table = TableStore("", {})
    for name, timeout in (("ended", -1), ("open", 60), ("for ever", None)):
        table.set(name, 1, timeout)
    assert len(list(store.sweep_store(now()))) == 1
    assert {row.key.split(":")[-1] for row in StoredValue.objects.all()} == {"open", "for ever"}
    assert not list(store.sweep_store(now()))


def test_ended_pages_go_and_others_stay(settings, tmp_path):
    files = {"BACKEND": FILES, "LOCATION": str(tmp_path / "cache")}
    settings.CACHES = {**settings.CACHES, "pages": files}
    caches["pages"].set("ended", 1, -1)
    caches["pages"].set("open", 1, 60)
    assert len(list(store.sweep_pages(now()))) == 1
    assert caches["pages"].get("open") == 1
    assert not list(store.sweep_pages(now()))


def test_pages_that_lie_elsewhere_are_left_alone(db):
    assert not list(store.sweep_pages(now()))


@pytest.fixture(params=["starter", "leaver", "approval"])
def link(request, people, reference_data, guidance_pages):
    """A link of each kind, open for a day, and the work that deletes it."""
    if request.param == "approval":
        made, _ = make_link(Page.objects.live().first().live, days=1)
        return made, forget_links
    if request.param == "leaver":
        vacancy = Vacancy.objects.create(
            organisation=people.northfield, created_by=people.manager, title="Librarian", band="5"
        )
        return VacancyLink.objects.make(days=1, vacancy=vacancy)[0], links.forget_links
    return PlanLink.objects.make(days=1, plan=new_plan(people))[0], links.forget_links


@pytest.mark.parametrize("how", ["expires_at", "revoked_at"])
def test_a_link_goes_some_days_after_it_ended(link, how):
    made, forget = link
    ended = now()
    type(made).objects.filter(pk=made.pk).update(**{how: ended})
    kept = timedelta(days=site.LINKS_KEPT_DAYS)
    assert not list(forget(ended + kept - DAY))
    assert type(made).objects.filter(pk=made.pk).exists()
    assert len(list(forget(ended + kept))) == 1
    assert not type(made).objects.exists()


def test_an_open_link_stays(link):
    made, forget = link
    later = now() + timedelta(days=site.LINKS_KEPT_DAYS)
    type(made).objects.update(expires_at=later + DAY)
    assert not list(forget(later))
    assert made.__class__.objects.open().exists()


def test_a_link_that_was_answered_stays_with_its_answers(guidance_pages):
    made, _ = make_link(Page.objects.live().first().live, days=1)
    answer(made, key=uuid4(), is_approval=True, comment="Right.")
    assert not list(forget_links(now() + timedelta(days=1_000)))
    assert ApprovalLink.objects.get().answers.count() == 1


def test_answers_of_readers_go_when_the_desk_shows_them_no_more(guidance_pages):
    page, today = Page.objects.live().first(), localdate()
    for days in (site.FEEDBACK_SHOWN_DAYS + 1, site.FEEDBACK_SHOWN_DAYS):
        Feedback.objects.create(
            page=page, useful=False, sentence="Too long.", given_on=today - days * DAY
        )
    assert len(list(forget_answers(now()))) == 1
    assert [row.given_on for row in Feedback.objects.all()] == [
        today - site.FEEDBACK_SHOWN_DAYS * DAY
    ]
    assert not list(forget_answers(now()))


def test_the_privacy_page_names_the_clocks_in_words():
    page = (site.BASE_DIR / "guidance" / "content" / "privacy.md").read_text(encoding="utf-8")
    assert f"after {site.FEEDBACK_SHOWN_DAYS} days" in page
    assert f"Deleted {site.LINKS_KEPT_DAYS} days after they stop working" in page
    assert "overnight" in page
