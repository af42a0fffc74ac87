"""B5: too few or too many main duties."""

from tests.vacancies.checks.rules.vacancy import DUTIES, hits, numbers, variants

RULE = "B5"


def test_fires_once_below_and_above():
    assert numbers(RULE, duties=DUTIES[:4]) == [4, 6, 12]
    assert variants(RULE, duties=()) == ["none"]
    assert hits(RULE, duties=DUTIES * 4) == ["Duties"]


def test_stays_silent_at_both_limits_and_before_anything_is_written():
    assert hits(RULE, duties=DUTIES) == hits(RULE, duties=DUTIES * 3) == []
    assert hits(RULE, duties=(), purpose="", criteria=()) == []
