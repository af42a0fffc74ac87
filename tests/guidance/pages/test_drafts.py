"""Draft and live are two things."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from guidance.models import Page
from guidance.pages.services.drafts import discard_draft, publish_draft, restore, save_draft
from guidance.pages.services.publishing import withdraw
from tests.guidance.editing import publish, search, stored

WORDS = {"title": "Interviews", "summary": "All about it.", "body": "<p>zebra</p>"}


@pytest.fixture
def page(make_page) -> Page:
    return make_page("interviews", body="<p>giraffe</p>", next_review=date(2027, 1, 1))


def test_readers_go_on_seeing_the_live_text(page, client, people):
    draft = save_draft(page, **WORDS, author=people.editor, note="Animals")
    shown = client.get("/interviews/").content.decode()
    assert "giraffe" in shown
    assert "zebra" not in shown
    assert search("zebra") == []
    assert stored(page).draft == draft
    assert (draft.author, draft.note, draft.published_at) == (people.editor, "Animals", None)


def test_every_save_of_other_words_is_kept(page):
    first = save_draft(page, **WORDS)
    second = save_draft(page, **WORDS | {"body": "<p>lion</p>"})
    assert stored(page).draft == second
    assert page.revisions.count() == 3
    first.refresh_from_db()
    assert first.body == "<p>zebra</p>"


def test_the_same_words_only_change_how_the_draft_is_published(page):
    when = timezone.now() + timedelta(days=1)
    first = save_draft(page, **WORDS, note="Animals")
    again = save_draft(page, **WORDS, is_major=True, change_note="More", publish_at=when)
    assert again == first
    assert page.revisions.count() == 2
    first.refresh_from_db()
    assert (first.is_major, first.change_note, first.publish_at) == (True, "More", when)
    assert first.note == "Animals"


def test_only_the_newest_draft_is_scheduled(page):
    when = timezone.now() + timedelta(days=1)
    first = save_draft(page, **WORDS, publish_at=when)
    save_draft(page, **WORDS | {"body": "<p>lion</p>"}, publish_at=when)
    first.refresh_from_db()
    assert first.publish_at is None


def test_the_live_words_are_no_draft(page):
    save_draft(page, **WORDS)
    assert save_draft(page, **page.live.words()) is None
    assert stored(page).draft is None
    assert page.revisions.count() == 2


def test_a_draft_is_published(page, people, client):
    draft = save_draft(page, **WORDS)
    assert publish_draft(page, by=people.editor) == draft
    page = stored(page)
    assert (page.live, page.draft) == (draft, None)
    assert draft.published_by == people.editor
    assert draft.published_at is not None
    assert [result.address for result in search("zebra")] == ["/interviews/"]
    assert page.revisions.count() == 2


def test_without_a_draft_nothing_is_published(page):
    with pytest.raises(ValidationError):
        publish_draft(page)
    assert page.revisions.count() == 1


def test_a_minor_change_does_not_move_the_review(page):
    save_draft(page, **WORDS, change_note="Not for the review")
    publish_draft(page)
    assert (stored(page).last_reviewed, stored(page).next_review) == (
        date(2026, 11, 22),
        date(2027, 1, 1),
    )


@pytest.mark.parametrize(("own", "months"), [(None, 12), (6, 6)])
def test_a_major_change_is_a_review(page, own, months, settings):
    settings.GUIDANCE_REVIEW_MONTHS = 12
    page.review_months = own
    page.save()
    save_draft(page, **WORDS, is_major=True, change_note="Animals")
    publish_draft(page)
    today = timezone.localdate()
    page = stored(page)
    assert page.last_reviewed == today
    assert (page.next_review.year - today.year) * 12 + page.next_review.month - today.month == (
        months
    )


@pytest.mark.parametrize("act", [save_draft, publish])
def test_a_major_change_tells_readers_something(page, act):
    with pytest.raises(ValidationError) as refused:
        act(page, **WORDS, is_major=True, change_note="  ")
    assert list(refused.value.message_dict) == ["change_note"]
    assert page.revisions.count() == 1


def test_a_discarded_draft_stays_in_the_history(page):
    draft = save_draft(page, **WORDS, publish_at=timezone.now())
    discard_draft(page)
    assert stored(page).draft is None
    draft.refresh_from_db()
    assert (draft.body, draft.publish_at) == ("<p>zebra</p>", None)
    discard_draft(page)


def test_any_version_becomes_a_new_draft(page, people):
    old = page.live
    publish(page, **WORDS)
    draft = restore(old, author=people.editor)
    page = stored(page)
    assert page.draft == draft
    assert draft not in (old, page.live)
    assert (draft.body, draft.author) == ("<p>giraffe</p>", people.editor)
    assert "again" in draft.note
    assert page.live.body == "<p>zebra</p>"


def test_a_withdrawn_page_is_brought_back_by_its_draft(page, client):
    withdraw(page)
    restore(page.revisions.get())
    page = stored(page)
    publish_draft(page)
    assert client.get("/interviews/").status_code == 200
