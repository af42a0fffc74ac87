"""Two editors on one page, and a past text used again."""

import pytest
from django.urls import reverse

from guidance.models import Page, Revision
from guidance.services import publish, withdraw
from tests.guidance.test_admin import change_address, form

BODY = "<p>Mine, typed with care.</p>"


@pytest.fixture
def editor(people, client_of):
    """The signed-in client of an editor."""
    return client_of(people.editor)


@pytest.fixture
def page(make_page) -> Page:
    return make_page("interviews", body="<p>First.</p>")


def change(page: Page, **words: str) -> Revision:
    """Save as somebody else."""
    given = {"title": "Interviews", "summary": "S", "body": "<p>Theirs.</p>", **words}
    return publish(Page.objects.get(pk=page.pk), **given)


def use_again(page: Page, revision: Revision) -> str:
    return reverse("admin:guidance_page_use_again", args=[page.pk, revision.pk])


def test_the_form_knows_which_text_it_was_made_from(editor, page):
    shown = editor.get(change_address(page)).content.decode()
    assert f'name="seen" value="{page.live_id}"' in shown


def test_what_another_editor_saved_meanwhile_is_not_overwritten(editor, page):
    sent = form(seen=page.live_id, body=BODY, order=7)
    theirs = change(page)
    response = editor.post(change_address(page), sent)
    shown = response.content.decode()
    assert response.status_code == 200
    assert "Somebody changed this page while you were editing it" in shown
    assert "<p>Theirs.</p>" in shown
    assert "Mine, typed with care." in shown
    page.refresh_from_db()
    assert (page.live, page.order) == (theirs, 0)
    assert f'name="seen" value="{theirs.pk}"' in shown


def test_saving_again_is_deliberate(editor, page):
    theirs = change(page)
    assert editor.post(change_address(page), form(seen=theirs.pk, body=BODY)).status_code == 302
    page.refresh_from_db()
    assert page.live.body == BODY
    assert page.revisions.count() == 3


@pytest.mark.parametrize("seen", ["", "0", "x", "999999"])
def test_a_form_that_saw_something_else_saves_nothing(editor, page, seen):
    assert editor.post(change_address(page), form(seen=seen, body=BODY)).status_code == 200
    assert page.revisions.count() == 1


def test_a_page_withdrawn_meanwhile_is_not_brought_back_unasked(editor, page):
    sent = form(seen=page.live_id, body=BODY)
    withdraw(page)
    response = editor.post(change_address(page), sent)
    assert "took this page off the site" in response.content.decode()
    assert Page.objects.get().live is None
    assert editor.post(change_address(page), sent | {"seen": ""}).status_code == 302
    assert Page.objects.get().live.body == BODY


def test_a_past_text_is_used_again_as_a_new_revision(editor, people, page, client):
    first = page.live
    change(page)
    history = reverse("admin:guidance_page_history", args=[page.pk])
    assert f'action="{use_again(page, first)}"' in editor.get(history).content.decode()
    assert editor.post(use_again(page, first)).headers["Location"] == history
    page.refresh_from_db()
    assert page.revisions.count() == 3
    assert page.live not in (first, None)
    assert (page.live.body, page.live.author) == ("<p>First.</p>", people.editor)
    assert "again" in page.live.note
    assert "First." in client.get("/interviews/").content.decode()


def test_using_a_text_again_takes_a_post_of_an_editor_and_a_revision_of_the_page(
    editor, people, client_of, page, make_page
):
    first, other = page.live, make_page("other").live
    theirs = change(page)
    assert editor.get(use_again(page, first)).status_code == 405
    assert editor.post(use_again(page, other)).status_code == 404
    assert client_of(people.manager).post(use_again(page, first)).status_code == 302
    assert Page.objects.get(pk=page.pk).live == theirs


def test_a_past_text_brings_a_withdrawn_page_back(editor, page, client):
    first = page.live
    withdraw(page)
    editor.post(use_again(page, first))
    assert client.get("/interviews/").status_code == 200
