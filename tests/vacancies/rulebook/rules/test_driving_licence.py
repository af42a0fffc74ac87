"""A10: a driving licence or a car."""

import pytest

from tests.vacancies.rulebook.report import desirable, essential, hits

RULE = "A10"


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("Full UK driving licence", "Full UK driving licence"),
        ("Car owner", "Car owner"),
        ("Must have own transport", "own transport"),
        ("Access to a car", "Access to a car"),
        ("Able to drive", "Able to drive"),
        ("Car driver with access to a vehicle", "Car driver"),
    ],
)
def test_fires(item, place):
    assert hits(RULE, essential(item), "ps") == [place]
    assert hits(RULE, desirable(item), "ps") == [place]


@pytest.mark.parametrize(
    "item",
    [
        "Able to travel between sites",
        "You do not need a driving licence",
        "Driving licence or other means of travel between sites",
        "Able to drive change",
        "A driving force for change",
        "Manages licences for databases",
        "Childcare owner",
    ],
)
def test_stays_silent(item):
    assert hits(RULE, essential(item), "ps") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Person specification\n\nEssential\n- Must own a car", ["own a car"]),
        ("Person specification\n\nEssential\n- Clean licence to drive", ["Clean licence"]),
        ("Person specification\n\nEssential\n- Licence for databases", []),
        ("You have a car park at the door.", []),
    ],
)
def test_other_words_for_it(text, places):
    assert hits(RULE, text, "ps") == places
