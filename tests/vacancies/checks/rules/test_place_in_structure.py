"""B7: who the post reports to, or whom it supervises, is missing."""

from tests.vacancies.checks.rules.vacancy import hits

RULE = "B7"


def test_fires_once_at_the_first_that_is_empty():
    assert hits(RULE, reports_to="") == hits(RULE, reports_to=" ", supervises="") == ["Reports to"]
    assert hits(RULE, supervises="") == ["Supervises"]


def test_stays_silent():
    assert hits(RULE) == hits(RULE, supervises="Nobody") == []
    assert hits(RULE, reports_to="", purpose="", duties=(), criteria=()) == []
