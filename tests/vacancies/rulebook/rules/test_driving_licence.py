"""A10: a driving licence or a car."""

import pytest

from tests.vacancies.rulebook.report import desirable, essential, hits
from vacancies.rulebook.check import check

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


@pytest.mark.parametrize(
    ("item", "neighbour"),
    [
        ("Full UK driving licence", "Full UK driving licence or able to travel in another way"),
        ("Car essential", "Able to reach three sites, by car or public transport"),
        ("Must hold a licence to drive", "Licence to drive the mobile library each day"),
        (
            "Driving licence and access to a car",
            "Driving licence. This is waived for disabled applicants who can travel otherwise.",
        ),
    ],
)
def test_another_way_to_travel_is_lawful(item, neighbour):
    found = [one for one in check(essential(item), "ps").findings if one.rule == RULE]
    assert [one.severity for one in found] == ["must"]
    assert "Equality Act 2010, sections 15, 19, 20 and 39" in found[0].message
    assert hits(RULE, essential(neighbour), "ps") == []
