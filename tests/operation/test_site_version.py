"""The version that stored pages lapse with: asked for once a second, kept while nobody answers."""

import pytest
from django.core.cache import caches
from django.test import Client

from kls_portal import public
from kls_portal.operation import site_version as version
from kls_portal.operation.models import StoredValue
from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.public import cached_until_publish

TABLE = "kls_portal.operation.store.TableStore"
FILES = "kls_portal.operation.forgiving.PageFiles"


@pytest.fixture
def real_stores(db, settings, tmp_path):
    """The stores of a site: the table, and files in a folder."""
    files = {"BACKEND": FILES, "LOCATION": str(tmp_path / "cache"), "TIMEOUT": 60}
    settings.CACHES = {"default": {"BACKEND": TABLE}, "pages": files}
    return settings


@pytest.fixture
def clock(monkeypatch):
    """Return a function that moves the clock of this module on by so many seconds."""
    at = [1_000.0]
    monkeypatch.setattr(version, "monotonic", lambda: at[0])

    def move(seconds):
        at[0] += seconds

    return move


def in_another_process(value):
    caches["default"].set(version.KEY, value, None)


def begin_a_process(monkeypatch):
    monkeypatch.setattr(version, "known", version.Known())


def test_the_first_who_asks_gives_the_site_its_version(real_stores, monkeypatch):
    first = version.site_version()
    assert first > 0
    begin_a_process(monkeypatch)
    assert version.site_version() == first


def test_what_another_process_publishes_is_seen_after_a_second(real_stores, clock):
    before = version.site_version()
    in_another_process(before + 1)
    clock(0.9)
    assert version.site_version() == before
    clock(0.2)
    assert version.site_version() == before + 1


def test_what_this_process_publishes_is_seen_at_once(real_stores, clock):
    before = version.site_version()
    invalidate_public_cache()
    assert version.site_version() != before
    clock(2)
    assert version.site_version() != before


def test_the_last_one_holds_while_the_store_is_down(real_stores, clock, database_down, monkeypatch):
    before = version.site_version()
    with database_down():
        clock(2)
        assert version.site_version() == before
        begin_a_process(monkeypatch)
        assert version.site_version() == before, "a new process knows it from the file"
    clock(2)
    assert version.site_version() == before


def test_a_start_lets_pages_lapse_unless_the_store_is_down(real_stores, clock, database_down):
    before = version.site_version()
    with database_down():
        clock(2)
        version.begin()
    assert version.site_version() == before
    version.begin()
    assert version.site_version() != before


def test_what_is_published_while_the_store_is_down_is_told_later(
    real_stores, clock, database_down, monkeypatch
):
    before = version.site_version()
    with database_down():
        invalidate_public_cache()
        raised = version.site_version()
        clock(2)
        assert version.site_version() == raised != before
    clock(2)
    assert version.site_version() == raised
    begin_a_process(monkeypatch)
    assert version.site_version() == raised, "the store knows it now"


def test_a_store_that_lost_the_version_gets_a_fresh_one(real_stores, clock):
    before = version.site_version()
    StoredValue.objects.all().delete()
    clock(2)
    assert version.site_version() not in (0, before)


def test_one_thread_asks_while_the_others_go_on(real_stores, clock):
    before = version.site_version()
    in_another_process(before + 1)
    clock(2)
    with version._asking:
        assert version.site_version() == before
    assert version.site_version() == before + 1


def test_a_stored_page_costs_no_query_within_a_second(
    real_stores, guidance_pages, client, clock, django_assert_num_queries
):
    first = client.get("/recruiting/")
    with django_assert_num_queries(0):
        assert client.get("/recruiting/").content == first.content
    clock(2)
    with django_assert_num_queries(3):  # the version, with the savepoint of this test
        client.get("/recruiting/")


@pytest.mark.parametrize(
    "address", ["/recruiting/", pytest.param("/guide/guide.docx", marks=pytest.mark.thorough)]
)
def test_stored_pages_outlive_the_database(
    real_stores, guidance_pages, client, clock, database_down, address
):
    first = client.get(address)
    for _ in range(2):
        with database_down():
            clock(2)
            again = client.get(address)
        assert again.status_code == 200
        assert again.content == first.content


def test_another_release_reads_nothing_of_this_one(real_stores, monkeypatch, guidance_pages):
    home = Client().get("/").content
    assert cached_until_publish("tea", lambda: "ours") == "ours"
    monkeypatch.setattr(public, "release", lambda: "the next one")
    assert cached_until_publish("tea", lambda: "theirs") == "theirs"
    monkeypatch.setattr("guidance.pages.views.pages.NEWEST", 0)
    assert Client().get("/").content != home


def test_a_kept_value_that_cannot_be_read_is_made_again(real_stores, tmp_path):
    assert cached_until_publish("tea", lambda: "first") == "first"
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(b"nonsense")
    assert cached_until_publish("tea", lambda: "second") == "second"
