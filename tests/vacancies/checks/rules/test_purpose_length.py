"""B4: no purpose of the job, or one too short or too long."""

from tests.vacancies.checks.rules.vacancy import hits, numbers, variants

RULE = "B4"


def test_fires_once_for_none_short_and_long():
    assert variants(RULE, purpose="") == [""]
    assert numbers(RULE, purpose="word " * 19) == [19, 20, 80]
    assert numbers(RULE, purpose="word " * 81) == [81, 20, 80]


def test_stays_silent_at_both_limits_and_before_anything_is_written():
    assert hits(RULE, purpose="word " * 20) == hits(RULE, purpose="word " * 80) == []
    assert hits(RULE, purpose="", duties=(), criteria=()) == []
