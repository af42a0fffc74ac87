"""B4: no purpose of the job, or one too short or too long."""

from tests.vacancies.checks.vacancy_rules.vacancy import hits, messages

RULE = "B4"


def test_fires_once_for_none_short_and_long():
    assert messages(RULE, purpose="") == ["Add a purpose of 20 to 80 words."]
    assert messages(RULE, purpose="word " * 19) == ["Your purpose has 19 words. Aim for 20 to 80."]
    assert messages(RULE, purpose="word " * 81) == ["Your purpose has 81 words. Aim for 20 to 80."]


def test_stays_silent_at_both_limits_and_before_anything_is_written():
    assert hits(RULE, purpose="word " * 20) == hits(RULE, purpose="word " * 80) == []
    assert hits(RULE, purpose="", duties=(), criteria=()) == []
