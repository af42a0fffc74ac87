"""Forms that a page sends by itself while somebody types."""

import re

import pytest
from django.urls import reverse

from tests.vacancies.typed import ODD_TEXT, seen
from vacancies.models import OrganisationText, Vacancy

POST = {"title": "Librarian", "contract": "permanent", "hours": "37.5", "place": "Northfield"}


def typed(client, url, answers):
    """Send a form as the page does while somebody types."""
    return client.post(url, answers, headers={"X-Autosave": "1"})


@pytest.fixture
def pages(vacancy, criterion, duties):
    """Address, valid answers and a wrong change of every page that saves as you type."""
    return {
        "post": (reverse("vacancies:post_edit", args=[vacancy.pk]), POST, {"title": ""}),
        "dates": (
            reverse("vacancies:dates_edit", args=[vacancy.pk]),
            {"opens_on_day": "4", "opens_on_month": "1", "opens_on_year": "2027"},
            {"opens_on_day": "32"},
        ),
        "purpose": (
            reverse("vacancies:purpose_edit", args=[vacancy.pk]),
            {"purpose": "Finds evidence"},
            {"purpose": "x" * 5_001},
        ),
    }


PAGES = ["post", "dates", "purpose"]


@pytest.mark.parametrize("page", PAGES[1:])
def test_a_valid_form_is_saved_and_the_page_may_go_on(pages, as_manager, page):
    url, answers, _ = pages[page]
    first = seen(as_manager, url)
    answer = typed(as_manager, url, {**answers, "version_token": first}).json()
    assert set(answer) == {"saved_at", "version_token"}
    assert re.fullmatch(r"\d\d:\d\d", answer["saved_at"])
    assert answer["version_token"] == seen(as_manager, url) != first
    again = typed(as_manager, url, {**answers, "version_token": answer["version_token"]}).json()
    assert again["version_token"] == answer["version_token"]
    assert "You saved" not in as_manager.get(url).content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_a_form_that_is_not_valid_saves_nothing_and_says_why(pages, as_manager, page):
    url, answers, wrong = pages[page]
    before = seen(as_manager, url)
    response = typed(as_manager, url, {**answers, **wrong, "version_token": before})
    assert response.status_code == 200
    assert set(response.json()) == {"errors"}
    assert all(response.json()["errors"].values())
    assert seen(as_manager, url) == before


@pytest.mark.parametrize("page", PAGES[:1])
def test_the_later_of_two_windows_is_told_what_is_saved(pages, as_manager, page):
    url, answers, _ = pages[page]
    opened = seen(as_manager, url)
    assert "saved_at" in typed(as_manager, url, {**answers, "version_token": opened}).json()
    stored = seen(as_manager, url)
    later = {name: value for name, value in answers.items() if name in {"title", "category"}}
    later |= {"text": "Something else", "purpose": "Something else", "essential": "True"}
    answer = typed(as_manager, url, {**later, "version_token": opened}).json()
    assert set(answer) == {"changed_meanwhile", "version_token"}
    assert answer["changed_meanwhile"]
    assert seen(as_manager, url) == stored == answer["version_token"]
    assert "saved_at" in typed(as_manager, url, {**later, "version_token": stored}).json()


def test_the_later_of_two_windows_sees_the_difference_word_by_word(pages, vacancy, as_manager):
    url, _, _ = pages["purpose"]
    opened = seen(as_manager, url)
    typed(as_manager, url, {"purpose": "Finds the best evidence", "version_token": opened})
    mine = {"purpose": "Finds the newest evidence", "version_token": opened}
    ((_, stored, spans),) = typed(as_manager, url, mine).json()["changed_meanwhile"]
    assert stored == "Finds the best evidence"
    assert [[kind, words.strip()] for kind, words in spans] == [
        ["same", "Finds the"],
        ["removed", "best"],
        ["added", "newest"],
        ["same", "evidence"],
    ]
    html = " ".join(as_manager.post(url, mine).content.decode().split())
    assert '<del><span class="portal-changes__word">[saved]</span> best </del>' in html
    assert '<ins><span class="portal-changes__word">[yours]</span> newest </ins>' in html


def test_two_sections_saved_at_once_lose_neither(vacancy, as_manager):
    from vacancies.drafting.forms.sections import PostForm, PurposeForm

    post, purpose = (Vacancy.objects.get(pk=vacancy.pk) for _ in range(2))
    post_form = PostForm(
        {**POST, "version_token": PostForm(instance=post).stored_digest}, instance=post
    )
    seen_purpose = PurposeForm(instance=purpose).stored_digest
    purpose_form = PurposeForm(
        {"purpose": "Finds", "version_token": seen_purpose}, instance=purpose
    )
    assert post_form.is_valid()
    assert purpose_form.is_valid()
    post_form.save()
    purpose_form.save()
    vacancy.refresh_from_db()
    assert (vacancy.place, vacancy.purpose) == ("Northfield", "Finds")


def test_any_script_is_saved_as_it_is(pages, vacancy, as_manager):
    url, answers, _ = pages["purpose"]
    typed(as_manager, url, {**answers, "purpose": ODD_TEXT, "version_token": seen(as_manager, url)})
    vacancy.refresh_from_db()
    assert vacancy.purpose == ODD_TEXT


def test_a_saved_form_brings_its_vacancy_to_the_top(pages, vacancy, as_manager):
    for url, answers, _ in pages.values():
        before = Vacancy.objects.get(pk=vacancy.pk).changed
        typed(as_manager, url, {**answers, "version_token": seen(as_manager, url)})
        assert Vacancy.objects.get(pk=vacancy.pk).changed > before


def test_a_text_of_the_organisation_is_kept_by_the_button_alone(pages, as_manager):
    url, _, _ = pages["purpose"]
    answers = {"about_organisation": "We care.", "keep_about_organisation": "on"}
    typed(as_manager, url, {**answers, "version_token": seen(as_manager, url)})
    assert not OrganisationText.objects.exists()


def test_a_signed_out_page_is_sent_to_sign_in(pages, client_of):
    for url, answers, _ in pages.values():
        assert typed(client_of(None), url, answers).status_code == 302
