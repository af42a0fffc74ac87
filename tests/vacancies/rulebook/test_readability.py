"""The reading age of a text."""

import pytest

from vacancies.rulebook.document import Document
from vacancies.rulebook.plainness import Readability, readability


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
