"""Publish, withdraw, remove and place pages."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from guidance.models import Page, PageText, Revision
from guidance.pages.services.placing import place
from guidance.pages.services.publishing import remove, withdraw
from kls_portal.operation.site_version import invalidate_public_cache
from tests.guidance.editing import publish, search

WORDS = {"title": "Interviews", "summary": "All about it.", "body": "<p>Ask fairly.</p>"}


def test_publish_makes_a_revision_that_readers_see(make_page, people):
    page = make_page("interviews")
    revision = publish(page, **WORDS, based_on="A", author=people.editor, note="First")
    page.refresh_from_db()
    assert page.live == revision
    assert (revision.author, revision.note, revision.based_on) == (people.editor, "First", "A")
    assert page.revisions.count() == 2


def test_publish_sanitises(make_page):
    revision = publish(make_page("a"), **WORDS | {"body": "<h1>A</h1><script>alert(1)</script>"})
    assert revision.body == "<h2>A</h2>"


def test_publishing_the_same_words_makes_no_revision(make_page):
    page = make_page("a")
    first = publish(page, **WORDS)
    again = publish(page, **WORDS | {"title": " Interviews ", "body": "<p>Ask fairly.</p>\n"})
    assert again == first
    assert page.revisions.count() == 2


@pytest.mark.parametrize("field", ["title", "summary", "body", "based_on"])
def test_any_other_word_makes_a_revision(make_page, field):
    page = make_page("a")
    publish(page, **WORDS)
    publish(page, **WORDS | {field: "Other"})
    assert page.revisions.count() == 3


def test_publish_puts_the_words_into_the_index_and_takes_the_old_out(make_page):
    page = make_page("a", body="<p>zebra</p>")
    assert [result.address for result in search("zebra")] == ["/a/"]
    publish(page, **WORDS | {"body": "<p>giraffe</p>"})
    assert search("zebra") == []
    assert [result.address for result in search("giraffe")] == ["/a/"]


@pytest.mark.parametrize("change", [publish, withdraw, remove, place])
def test_every_change_lets_the_stored_pages_lapse(
    make_page, monkeypatch, change, django_capture_on_commit_callbacks
):
    raised = []
    page = make_page("a")
    monkeypatch.setattr(
        "guidance.pages.services.publishing.invalidate_public_cache", lambda: raised.append(1)
    )
    given = {publish: WORDS, place: {"parent": None, "slug": "b"}}.get(change, {})
    with django_capture_on_commit_callbacks(execute=True):
        change(page, **given)
    assert raised


def test_readers_get_the_new_words_at_once(client, make_page, django_capture_on_commit_callbacks):
    page = make_page("a", body="<p>zebra</p>")
    assert "zebra" in client.get("/a/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        publish(page, **WORDS)
    assert "Ask fairly" in client.get("/a/").content.decode()


def test_the_stored_page_is_asked_for_without_the_database(
    client, make_page, django_assert_num_queries
):
    make_page("a")
    invalidate_public_cache()
    client.get("/a/")
    with django_assert_num_queries(0):
        client.get("/a/")


def test_withdraw_takes_a_page_off_the_site_and_keeps_its_history(make_page):
    page = make_page("a", body="<p>zebra</p>")
    withdraw(page)
    page.refresh_from_db()
    assert page.live is None
    assert page.revisions.count() == 1
    assert search("zebra") == []
    assert not PageText.objects.exists()


def test_publishing_brings_a_page_back(make_page):
    page = make_page("a")
    withdraw(page)
    publish(page, **WORDS)
    assert [result.address for result in search("fairly")] == ["/a/"]


def test_remove_deletes_the_page_with_its_revisions(make_page):
    remove(make_page("a", body="<p>zebra</p>"))
    assert not Page.objects.exists()
    assert not Revision.objects.exists()
    assert search("zebra") == []


def test_a_page_with_others_beneath_it_is_not_removed(make_page):
    top = make_page("a")
    make_page("b", top)
    with pytest.raises(ProtectedError):
        remove(top)


def test_a_moved_page_takes_those_beneath_it_along(make_page):
    top, other = make_page("a"), make_page("ab")
    inner = make_page("b", make_page("m", top))
    place(top, parent=other, slug="new")
    inner.refresh_from_db()
    assert top.path == "ab/new"
    assert inner.path == "ab/new/m/b"
    assert inner.get_absolute_url() == "/ab/new/m/b/"


def codes_in(refused: ValidationError) -> dict[str, str]:
    """Return the code of the one error of each field."""
    return {name: error.code for name, (error,) in refused.error_dict.items()}


def test_a_page_is_not_put_beneath_itself(make_page):
    top = make_page("a")
    inner = make_page("c", make_page("b", top))
    for parent in (top, inner):
        with pytest.raises(ValidationError) as refused:
            place(top, parent=parent, slug="a")
        assert codes_in(refused.value) == {"parent": "beneath-itself"}


def test_two_pages_do_not_share_an_address(make_page):
    make_page("a", title="First")
    with pytest.raises(ValidationError, match=r"“First”.*/a/") as refused:
        make_page("a")
    assert codes_in(refused.value) == {"slug": "taken"}


@pytest.mark.parametrize("slug", ["vacancies", "admin", "search", "healthz"])
def test_an_address_of_the_portal_is_not_taken(make_page, slug):
    with pytest.raises(ValidationError) as refused:
        make_page(slug)
    assert codes_in(refused.value) == {"slug": "reserved"}


def test_an_address_has_an_end(make_page):
    page = make_page("a" * 80, make_page("a" * 80))
    make_page("b" * 38, page)
    with pytest.raises(ValidationError) as refused:
        make_page("b" * 39, page)
    assert codes_in(refused.value) == {"slug": "too-long"}


def test_a_move_that_would_make_an_inner_address_too_long_is_refused(make_page):
    top = make_page("a")
    make_page("c" * 80, make_page("b" * 80, top))
    with pytest.raises(ValidationError) as refused:
        place(top, parent=make_page("d" * 80), slug="e" * 80)
    assert codes_in(refused.value) == {"slug": "too-long"}
