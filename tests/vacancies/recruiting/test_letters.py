"""Letters to candidates: filled from the vacancy, and never with a name."""

import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.pages import Page
from vacancies.models import Vacancy
from vacancies.recruiting.rules.letters import UNKNOWN, filled, letters
from vacancies.recruiting.services.selection import add_question, letters_of

IDS = ("invitation", "questions-in-advance", "not-shortlisted", "not-appointed", "offer", "welcome")


def found(vacancy):
    rows = letters_of(Vacancy.objects.for_selection().get(pk=vacancy.pk))
    return {letter.id: f"{letter.subject}\n{letter.text}" for letter in rows}


def test_what_a_vacancy_does_not_say_stands_in_brackets():
    assert tuple(letter.id for letter in letters()) == IDS
    for letter in letters():
        text = filled(letter, {}).text
        assert "{" not in text
        assert "Dear [name]" in text
        said = filled(letter, dict.fromkeys(UNKNOWN, "A {brace}")).text
        assert ("A {brace}" in said) == ("{" in letter.text)


@pytest.mark.usefixtures("reference_data")
def test_dates_place_title_and_pay_by_band_come_from_the_vacancy(vacancy, criterion):
    Vacancy.objects.filter(pk=vacancy.pk).update(
        band="5", hours=Decimal(30), place="Ward library", interview_on=date(2027, 3, 5)
    )
    add_question(
        vacancy=vacancy, key=uuid.uuid4(), criterion=criterion, method="interview", text="Why us?"
    )
    texts = found(vacancy)
    assert all("Librarian" in text for text in texts.values())
    for words in ("5 March 2027", "Ward library"):
        assert words in texts["invitation"]
    assert "1. Why us?" in texts["questions-in-advance"]
    for words in ("band 5", "30 hours", "\u00a3", "for these hours", "[date]"):
        assert words in texts["offer"]


@pytest.mark.usefixtures("reference_data")
def test_letter_list_shows_each_to_copy_and_as_a_file(vacancy, as_manager):
    address = reverse("vacancies:letter_list", args=[vacancy.pk])
    page = Page(as_manager.get(address))
    assert {f"copy-{one}" for one in IDS} <= page.ids
    file = reverse("vacancies:letter_file", args=[vacancy.pk, "docx"])
    assert file in page.links
    assert as_manager.get(file).status_code == 200
    assert address in Page(as_manager.get(vacancy.get_absolute_url())).links
