"""Syllables and reading age."""

import pytest

from kls_portal.readability import syllables
from tests.each import each
from vacancies.rulebook.document import Document
from vacancies.rulebook.plainness import Readability, readability


@each(
    "word, count",
    [
        ("the", 1),
        ("desk", 1),
        ("people", 2),
        ("library", 3),
        ("librarian", 4),
        ("wanted", 2),
        ("based", 1),
        ("service", 2),
        ("education", 4),
        ("medical", 3),
        ("reading", 2),
        ("evidence", 3),
        ("area", 3),
        ("table", 2),
        ("science", 2),
        ("quiet", 2),
        ("hospital", 3),
        ("knowledge", 2),
        ("information", 4),
        ("experience", 4),
        ("responsible", 4),
        ("2026", 1),
        ("nurse", 1),
        ("catalogue", 3),
        ("manager", 3),
        ("staff", 1),
        ("clinical", 3),
        ("", 1),
        ("searches", 2),
        ("makes", 1),
        ("essential", 3),
        ("various", 3),
        ("patient", 2),
    ],
)
def test_syllables(word, count):
    assert syllables(word) == count


def test_the_published_formula():
    numbers = Readability(sentences=10, words=150, syllables=240.0)
    assert numbers.grade == pytest.approx(0.39 * 15 + 11.8 * 1.6 - 15.59)
    assert numbers.reading_age == 14


def test_a_text_without_words_has_no_age():
    assert Readability(0, 0, 0.0).reading_age is None
    assert Readability(0, 0, 0.0).grade == 0.0


def test_headings_do_not_count():
    assert readability(Document("MAIN DUTIES\n\nYou run the desk.")).words == 4


def test_names_numbers_and_unavoidable_terms_count_as_the_mean():
    assert readability(Document("See the Addenbrooke.")).syllables == 3.5
    assert readability(Document("See the library.")).syllables == 3.5
    assert readability(Document("See the 1234567.")).syllables == 3.5
    assert readability(Document("See the magnificence.")).syllables == 6


def test_the_age_stays_within_a_life():
    assert readability(Document("I go. " * 20)).reading_age == 5
    hard = "incomprehensibility " * 400
    assert readability(Document(hard)).reading_age == 25
