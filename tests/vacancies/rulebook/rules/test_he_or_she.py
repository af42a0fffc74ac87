"""C7: "he" or "she"."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "C7"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He will run the desk.", "He"),
        ("The librarian keeps her skills up to date.", "her"),
        ("He/she will run the desk.", "He/she"),
        ("S/he runs the desk.", "S/he"),
        ("The post reports to the Library Manager. He will run it.", "He"),
        ("The postholder and his team run it.", "his"),
    ],
)
def test_fires(text, place):
    assert hits(RULE, text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The other theatre there has shelves.",
        "Here they cherish the sheet.",
        "We teach in FE and HE.",
        "You will read “She stoops to conquer” to patients.",
        "Contact Sarah Bell for a chat; she will be glad to help.",
        "You will report to Jane Smith. She leads the service.",
        "They run the desk with their team.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text) == []


def test_one_finding_a_sentence():
    assert hits(RULE, "He and his team lend books. She reads them.") == ["He", "She"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("You stand in for the Head when she is away.", []),
        ("The postholder reports to the Head when he is away.", ["he"]),
    ],
)
def test_other_words_for_it(text, places):
    assert hits(RULE, text, "jd") == places


@pytest.mark.parametrize(
    "text",
    ["You use HIS, the Hospital Information System.", "You follow the SHE policy.", "HE and FE"],
)
def test_capitals_in_a_sentence_are_no_pronoun(text):
    assert hits(RULE, text) == []
