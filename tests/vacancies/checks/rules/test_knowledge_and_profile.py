"""A15: the qualification asked for is below or above the profile."""

import pytest

from tests.vacancies.checks.rules.vacancy import criteria, hits, variants
from vacancies.rulebook.knowledge import level_of

RULE = "A15"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Five GCSEs at grade C, or equivalent experience", 2),
        ("A-level or NVQ level 3", 3),
        ("Degree or postgraduate qualification in librarianship", 5),
        ("Master’s in information science", 7),
        ("PhD", 8),
        ("Works with a high degree of accuracy", None),
        ("Can manage a database", None),
    ],
)
def test_the_lowest_qualification_named_counts(text, level):
    assert level_of(text) == level


def test_fires_below_and_above_the_profile():
    below = variants(RULE, criteria=criteria("GCSEs or equivalent"), knowledge=(5, 6))
    above = variants(RULE, criteria=criteria("Degree or equivalent"), knowledge=(2, 3))
    assert (below, above) == (["less"], ["more"])


def test_the_highest_criterion_is_compared():
    rows = criteria("GCSEs or equivalent", "Degree or equivalent")
    assert hits(RULE, criteria=rows, knowledge=(5, 5)) == []
    assert hits(RULE, criteria=rows, knowledge=(6, 7)) == ["Criterion 2"]


def test_stays_silent_without_profile_or_qualification():
    degree = criteria("Degree or equivalent")
    assert hits(RULE, criteria=degree, knowledge=None) == hits(RULE, knowledge=(7, 7)) == []
    desirable = criteria("Degree", essential=False)
    assert hits(RULE, criteria=desirable, knowledge=(2, 2)) == []
