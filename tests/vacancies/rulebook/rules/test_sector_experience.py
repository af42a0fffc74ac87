"""A13: experience of the NHS or of libraries is essential."""

import pytest

from tests.vacancies.rulebook.report import desirable, essential, hits

RULE = "A13"


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("NHS experience", "NHS experience"),
        ("Experience of working in a library", "Experience of working in a library"),
        ("Experience in a health library", "Experience in a health library"),
        ("Previous library experience", "Previous library experience"),
        ("Experience of the NHS", "Experience of the NHS"),
        (
            "Experience of working within the NHS or healthcare environment",
            "Experience of working within the NHS",
        ),
    ],
)
def test_fires(item, place):
    assert hits(RULE, essential(item), "ps") == [place]


@pytest.mark.parametrize(
    "item",
    [
        "Experience of working in a library or another service to the public",
        "NHS experience or equivalent",
        "Experience of library management systems",
        "Experience in a library system",
        "Experience of serving the public",
        "Experience of the NHS is not needed",
    ],
)
def test_stays_silent(item):
    assert hits(RULE, essential(item), "ps") == []


def test_desirable_experience_is_no_fault():
    assert hits(RULE, desirable("NHS experience"), "ps") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Person specification\n\nEssential\n- Experience gained in a busy hospital library",
            ["Experience gained in a busy hospital library"],
        ),
        ("Person specification\n\nEssential\n- Experience of library users' needs", []),
        (
            "Person specification\n\nEssential\n- Background in the health sector",
            ["Background in the health sector"],
        ),
    ],
)
def test_other_words_for_it(text, places):
    assert hits(RULE, text, "ps") == places
