"""B5: too few or too many main duties."""

from tests.vacancies.checks.vacancy_rules.vacancy import DUTIES, hits, messages

RULE = "B5"


def test_fires_once_below_and_above():
    assert messages(RULE, duties=DUTIES[:4]) == ["You list 4 duties. Aim for about 6 to 12."]
    assert messages(RULE, duties=()) == ["You list no duties. Aim for about 6 to 12."]
    assert hits(RULE, duties=DUTIES * 4) == ["Duties"]


def test_stays_silent_at_both_limits_and_before_anything_is_written():
    assert hits(RULE, duties=DUTIES) == hits(RULE, duties=DUTIES * 3) == []
    assert hits(RULE, duties=(), purpose="", criteria=()) == []
