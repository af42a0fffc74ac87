"""A8: the same criterion is both essential and desirable."""

from dataclasses import replace

from tests.vacancies.checks.rules.vacancy import criteria, hits

RULE = "A8"


def both(essential, desirable):
    (one,), (other,) = criteria(essential), criteria(desirable, essential=False)
    return (one, replace(other, id=2))


def test_fires_at_the_desirable_one():
    assert hits(RULE, criteria=both("Can plan a search", "Can plan a search")) == ["Criterion 2"]


def test_fires_whatever_order_and_endings():
    assert hits(RULE, criteria=both("Searching the literature", "Literature: searches")) == [
        "Criterion 2"
    ]


def test_stays_silent():
    assert hits(RULE, criteria=both("Can plan a search", "Can teach a large group")) == []
    assert hits(RULE, criteria=both("of the", "of the")) == []
    assert hits(RULE, criteria=criteria("Can plan", "Can plan")) == []
