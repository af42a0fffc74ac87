"""C1: long sentences."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "C1"
WORDS = " ".join(["word"] * 25)


def test_fires_over_25_words():
    assert hits(RULE, f"{WORDS} more.") == [f"{WORDS} more."]


def test_stays_silent_at_25_words():
    assert hits(RULE, f"{WORDS}.") == []


def test_gives_the_number_in_words():
    messages = [finding.message for finding in check(f"{WORDS} more.").findings]
    assert "This sentence has 26 words. Try two." in messages


def test_list_items_without_a_full_stop_are_sentences_of_their_own():
    items = "\n".join(f"- run the desk and help readers number {n}" for n in range(9))
    assert hits(RULE, items) == []
    assert hits(RULE, items.replace("- ", "• ")) == []


def test_lines_of_a_wrapped_paragraph_are_one_sentence():
    text = "\n".join(["the desk is a place where people come and ask for help"] * 3) + "."
    assert hits(RULE, text) == [text]


@pytest.mark.parametrize("short", ["e.g.", "Dr.", "£25.50", "J.", "approx."])
def test_an_abbreviation_ends_no_sentence(short):
    text = f"{WORDS} {short} Something more."
    assert hits(RULE, text) == [text]


def test_a_heading_in_capitals_is_no_sentence():
    assert hits(RULE, "MAIN DUTIES AND RESPONSIBILITIES OF THE POST\n\nYou run the desk.") == []
