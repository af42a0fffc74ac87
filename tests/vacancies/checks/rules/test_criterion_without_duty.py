"""A6: an essential criterion that no duty needs."""

from tests.vacancies.checks.rules.vacancy import criteria, hits, messages

RULE = "A6"


def test_fires_at_each_one():
    rows = criteria("Can teach", "Can plan", duties=())
    assert hits(RULE, criteria=rows) == ["Criterion 1", "Criterion 2"]


def test_fires_where_the_duty_is_gone():
    assert hits(RULE, criteria=criteria("Can teach", duties=(99,))) == ["Criterion 1"]


def test_quotes_a_long_one_short():
    assert len(messages(RULE, criteria=criteria("word " * 100, duties=()))[0]) < 120


def test_stays_silent_for_linked_and_for_desirable_ones():
    assert hits(RULE) == []
    assert hits(RULE, criteria=criteria("Can teach", duties=(), essential=False)) == []
