"""Drafts that are published at a set time, and pages that are taken off at one."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from guidance.models import Page
from guidance.pages.services.drafts import publish_due_pages, save_draft
from guidance.pages.services.publishing import check_change
from tests.guidance.editing import stored

WORDS = {"title": "Interviews", "summary": "All about it.", "body": "<p>zebra</p>"}
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def page(make_page) -> Page:
    return make_page("interviews", body="<p>giraffe</p>")


def run(now=NOW) -> list[str]:
    return list(publish_due_pages(now))


def test_a_draft_is_published_once_its_time_has_come(page, people, client):
    draft = save_draft(page, **WORDS, publish_at=NOW, author=people.editor)
    assert run(NOW - HOUR) == []
    assert stored(page).draft == draft
    (said,) = run()
    assert "/interviews/" in said
    page = stored(page)
    assert (page.live, page.draft, page.live.publish_at) == (draft, None, None)
    assert (page.live.published_at, page.live.published_by) == (NOW, people.editor)
    assert "zebra" in client.get("/interviews/").content.decode()
    assert run() == []


def test_a_page_is_taken_off_once_its_time_is_over(page, client):
    page.unpublish_at = NOW
    page.save()
    assert run(NOW - HOUR) == []
    (said,) = run()
    assert "/interviews/" in said
    assert (stored(page).live, stored(page).unpublish_at) == (None, None)
    assert client.get("/interviews/").status_code == 404
    assert run() == []


def test_a_draft_without_a_time_waits(page):
    save_draft(page, **WORDS)
    assert run(NOW + 1000 * HOUR) == []


def test_what_cannot_be_published_keeps_its_words_and_stops_nobody(page, make_page):
    other = make_page("other")
    draft = save_draft(page, **WORDS, publish_at=NOW - HOUR)
    type(draft).objects.filter(pk=draft.pk).update(is_major=True)
    save_draft(other, **WORDS | {"title": "Other"}, publish_at=NOW)
    refused, published = run()
    with pytest.raises(ValidationError) as fault:
        check_change(is_major=True, change_note="")
    assert fault.value.messages[0] in refused, "the fault is told"
    assert ("“Interviews”" in refused, "/other/" in published) == (True, True)
    assert stored(other).live.title == "Other"
    assert (stored(page).draft, stored(page).draft.publish_at) == (draft, None)
    assert run() == []


def test_a_page_that_has_to_stay_stays(guidance_pages):
    page = Page.objects.get(path="contact")
    page.unpublish_at = NOW
    page.save()
    (said,) = run()
    assert page.live.title in said
    assert stored(page).live is not None
    assert run() == []


def test_the_command_does_it(page, capsys):
    save_draft(page, **WORDS, publish_at=NOW - HOUR)
    call_command("publish_due")
    assert "/interviews/" in capsys.readouterr().out
    assert stored(page).draft is None
    call_command("publish_due")
    assert len(capsys.readouterr().out.splitlines()) == 1, "a run with nothing to do says so"
