"""B8: the draft does not say what the post decides alone."""

from tests.vacancies.checks.rules.vacancy import hits

RULE = "B8"


def test_fires_once():
    assert hits(RULE, decides="") == hits(RULE, decides=" \n") == ["Decisions"]


def test_stays_silent():
    assert hits(RULE) == hits(RULE, decides="", purpose="", duties=(), criteria=()) == []
