"""A12: "fit", "personality" and the right type of person."""

import pytest

from tests.vacancies.rulebook.report import essential, hits

RULE = "A12"


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("Will be a good cultural fit", "cultural fit"),
        ("Able to fit in", "fit in"),
        ("A bubbly personality", "bubbly personality"),
        ("The right type of person for us", "right type of person"),
        ("One of our sort of people", "our sort of"),
    ],
)
def test_fires(item, place):
    assert hits(RULE, essential(item), "ps") == [place]


@pytest.mark.parametrize(
    "item",
    [
        "Gives a benefit in kind",
        "Supports a ward for people with personality disorder",
        "Hours can fit in around school",
        "Fit for purpose",
        "Able to fit in with the needs of the rota",
        "Keeps an outfit in order",
    ],
)
def test_stays_silent(item):
    assert hits(RULE, essential(item), "ps") == []
