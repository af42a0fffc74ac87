"""A8: the same item is essential and desirable."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "A8"


def specification(one: str, other: str) -> str:
    return f"Person specification\nEssential\n- {one}\nDesirable\n- {other}\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Experience of teaching groups", "Experience of teaching groups"),
        ("Experience of teaching groups", "Experience in teaching a group"),
        ("Good spelling", "Spelling, good"),
    ],
)
def test_fires_at_the_desirable_item(one, other):
    assert hits(RULE, specification(one, other)) == [other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Experience of teaching groups", "Experience of teaching one reader"),
        ("Speaks Welsh", "Writes Welsh well"),
        ("A", "The"),
    ],
)
def test_stays_silent(one, other):
    assert hits(RULE, specification(one, other)) == []


def test_columns_side_by_side():
    table = "Area\tEssential\tDesirable\nSkills\tCan search a database\tCan search a database\n"
    assert hits(RULE, table) == ["Can search a database"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Essential\n- Can search MEDLINE and teach others to do so\nDesirable\n- Can "
            "teach others to search MEDLINE\n",
            ["Can teach others to search MEDLINE"],
        ),
    ],
)
def test_other_words_for_it(text, places):
    assert hits(RULE, text, "ps") == places
