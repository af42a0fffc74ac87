"""Two editors on one page: the second to save is told, sees both texts, and loses nothing."""

from datetime import date
from functools import partial

import pytest

from guidance.models import Page
from guidance.pages.services.approvals import move_review
from guidance.pages.services.drafts import publish_draft, save_draft
from guidance.pages.services.publishing import withdraw
from tests.guidance.editing import PUBLISHING, change_address, codes_of, form, publish, stored
from tests.pages import Page as Shown

CHANGED = {"": {"changed-meanwhile"}}
BODY = "<p>Mine, typed with care.</p>"
THEIRS = {"title": "Interviews", "summary": "S", "body": "<p>Theirs, typed with care.</p>"}


@pytest.fixture
def page(make_page) -> Page:
    return make_page("interviews", body="<p>First.</p>")


def test_the_form_knows_what_it_was_made_from(editor, page):
    assert (
        Shown(editor.get(change_address(page))).value("version_token")
        == form(page)["version_token"]
    )


@pytest.mark.parametrize("theirs", ["draft", "live"])
@pytest.mark.parametrize("button", [{}, PUBLISHING])
def test_what_another_editor_stored_meanwhile_is_not_overwritten(editor, page, theirs, button):
    sent = form(page, body=BODY, order=7, **button)
    made = save_draft(page, **THEIRS) if theirs == "draft" else publish(page, **THEIRS)
    response = editor.post(change_address(page), sent)
    assert codes_of(response) == CHANGED
    shown = Shown(response)
    assert "Theirs, typed with care." in shown.texts(".portal-meanwhile .portal-revision p")
    assert shown.value("body") == BODY
    assert "Theirs," in " ".join(shown.texts(".portal-meanwhile del"))
    assert "Mine," in " ".join(shown.texts(".portal-meanwhile ins"))
    assert (stored(page).draft or stored(page).live) == made
    assert stored(page).order == 0
    assert shown.value("version_token") == form(page)["version_token"]


def test_saving_again_is_deliberate_and_loses_neither_text(editor, page):
    theirs = save_draft(page, **THEIRS)
    assert editor.post(change_address(page), form(page, body=BODY)).status_code == 302
    assert stored(page).draft.body == BODY
    assert page.revisions.filter(pk=theirs.pk, body=theirs.body).exists()


def test_settings_that_somebody_changed_meanwhile_are_not_overwritten(editor, page, people):
    sent = form(page, body=BODY)
    Page.objects.filter(pk=page.pk).update(owner=people.editor)
    response = editor.post(change_address(page), sent)
    assert codes_of(response) == CHANGED
    assert str(people.editor) in Shown(response).text(".portal-meanwhile")
    assert stored(page).owner == people.editor


@pytest.mark.parametrize("act", [partial(move_review, on=date(2020, 1, 31)), publish_draft])
def test_a_review_and_a_publishing_meanwhile_are_told_too(editor, page, act):
    save_draft(page, **THEIRS)
    sent = form(page, body=BODY)
    act(page)
    assert codes_of(editor.post(change_address(page), sent)) == CHANGED


@pytest.mark.parametrize("seen", ["", "0", "x", "999999", "é" * 1000])
def test_a_form_that_saw_something_else_saves_nothing(editor, page, seen):
    response = editor.post(change_address(page), form(page, body=BODY) | {"version_token": seen})
    assert response.status_code == 200
    assert page.revisions.count() == 1


def test_a_page_withdrawn_meanwhile_is_not_brought_back_unasked(editor, page):
    sent = form(page, body=BODY, **PUBLISHING)
    withdraw(page)
    response = editor.post(change_address(page), sent)
    assert codes_of(response) == {"": {"withdrawn-meanwhile"}}
    assert stored(page).live is None
    assert editor.post(change_address(page), form(page, body=BODY)).status_code == 302
    assert (stored(page).live, stored(page).draft.body) == (None, BODY)
