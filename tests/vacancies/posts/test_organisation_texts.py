"""Texts of an organisation: kept once, used in the next vacancy, nothing typed is lost."""

import pytest
from django.urls import reverse

from tests.each import each
from tests.pages import Page
from tests.vacancies.typed import ODD_TEXT, TOO_LONG, seen, shown
from vacancies.models import OrganisationText

ABOUT, FLEXIBLE = OrganisationText.Kind.ABOUT, OrganisationText.Kind.FLEXIBLE
BUTTON = "Use your organisation&#x27;s text"
PAGES = [("purpose_edit", ABOUT.value), ("post_edit", FLEXIBLE.value)]


@pytest.fixture
def kept(people):
    for kind in (ABOUT, FLEXIBLE):
        OrganisationText.objects.create(
            organisation=people.northfield, kind=kind, text=f"Kept {kind.value}"
        )


def address(vacancy, page):
    return reverse(f"vacancies:{page}", args=[vacancy.pk])


def answers(client, url, **changed):
    return {"title": "Librarian", "version_token": seen(client, url), **changed}


@pytest.mark.parametrize(("page", "kind"), PAGES)
def test_without_a_kept_text_there_is_no_button(vacancy, as_manager, page, kind):
    shown = Page(as_manager.get(address(vacancy, page)))
    assert "use_text" not in [name for name, _ in shown.buttons]
    assert shown.all(f"[name=keep_{kind}]")


@pytest.mark.parametrize(("page", "kind"), PAGES)
def test_a_ticked_text_is_kept_and_the_next_takes_its_place(vacancy, as_manager, page, kind):
    url = address(vacancy, page)
    for text in ("First", "Second"):
        typed = answers(as_manager, url, **{kind: text, f"keep_{kind}": "on"})
        assert as_manager.post(url, typed).status_code == 302
        assert OrganisationText.objects.get(kind=kind).text == text
    as_manager.post(url, answers(as_manager, url, **{kind: "Third"}))
    assert OrganisationText.objects.get(kind=kind).text == "Second"
    assert ("use_text", kind) in Page(as_manager.get(url)).buttons


@pytest.mark.parametrize(("page", "kind"), PAGES)
def test_nothing_is_kept_of_an_empty_field(vacancy, as_manager, page, kind):
    url = address(vacancy, page)
    typed = answers(as_manager, url, **{kind: " ", f"keep_{kind}": "on", "purpose": "Typed"})
    assert kind in " ".join(Page(as_manager.post(url, typed)).errors)
    assert not OrganisationText.objects.exists()


@pytest.mark.parametrize(("page", "kind"), PAGES)
def test_the_button_fills_an_empty_field_and_keeps_what_was_typed(
    vacancy, kept, as_manager, page, kind
):
    url = address(vacancy, page)
    before = seen(as_manager, url)
    typed = {
        "use_text": kind,
        "hours": "many",
        "title": "New",
        "reports_to": "Head",
        "version_token": before,
    }
    shown = Page(as_manager.post(url, typed))
    assert shown.value(kind) == f"Kept {kind}"
    stays = "hours" if page == "post_edit" else "reports_to"
    assert shown.value(stays) == typed[stays]
    assert shown.errors == set()
    assert shown.value("version_token") == before
    vacancy.refresh_from_db()
    assert getattr(vacancy, kind) == ""
    assert vacancy.title == "Librarian"


@pytest.mark.parametrize(("page", "kind"), PAGES)
def test_other_words_are_replaced_only_after_asking(vacancy, kept, as_manager, page, kind):
    url = address(vacancy, page)
    typed = answers(as_manager, url, **{kind: "My own words"})
    asked = Page(as_manager.post(url, {**typed, "use_text": kind}))
    assert ("replace_text", kind) in asked.buttons
    assert asked.value(kind) == "My own words"
    replaced = as_manager.post(url, {**typed, "replace_text": kind}).content.decode()
    assert f"Kept {kind}</textarea>" in replaced.replace("\n", "")
    stays = Page(as_manager.post(url, {**typed, "keep_text": kind}))
    assert stays.value(kind) == "My own words"
    assert ("replace_text", kind) not in stays.buttons


def test_the_same_words_need_no_question(vacancy, kept, as_manager):
    url = address(vacancy, "purpose_edit")
    typed = answers(as_manager, url, about_organisation="Kept about_organisation\r\n")
    shown = Page(as_manager.post(url, {**typed, "use_text": "about_organisation"}))
    assert "replace_text" not in [name for name, _ in shown.buttons]


@each("kind", ["", "title", "flexible_working", "\x00", TOO_LONG])
def test_a_text_that_is_not_offered_fills_nothing(vacancy, kept, as_manager, kind):
    url = address(vacancy, "purpose_edit")
    typed = answers(as_manager, url, purpose="Typed words")
    response = as_manager.post(url, {**typed, "use_text": kind})
    assert response.status_code == 200
    assert "Typed words</textarea>" in response.content.decode()


def test_texts_of_another_organisation_are_not_offered(vacancy, people, as_manager):
    OrganisationText.objects.create(organisation=people.southmoor, kind=ABOUT, text="Theirs")
    url = address(vacancy, "purpose_edit")
    typed = answers(as_manager, url, use_text="about_organisation")
    assert "Theirs" not in as_manager.get(url).content.decode()
    assert "Theirs" not in as_manager.post(url, typed).content.decode()


def test_any_script_is_kept_and_shown_as_text(vacancy, as_manager):
    url = address(vacancy, "purpose_edit")
    typed = answers(as_manager, url, about_organisation=ODD_TEXT, keep_about_organisation="on")
    as_manager.post(url, typed)
    assert OrganisationText.objects.get().text == ODD_TEXT
    asked = answers(as_manager, url, about_organisation="Other", use_text="about_organisation")
    assert shown(as_manager.post(url, asked).content.decode(), ODD_TEXT)


def test_enter_in_a_box_presses_the_button_that_saves(vacancy, kept, as_manager):
    html = as_manager.get(address(vacancy, "post_edit")).content.decode()
    form = html[html.index('<form method="post" id="draft-form" novalidate') :]
    assert form.index('<button type="submit" hidden>') < form.index("use_text")
