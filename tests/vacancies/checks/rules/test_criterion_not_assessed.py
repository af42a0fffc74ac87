"""A7: a criterion that does not say how it is assessed."""

from tests.vacancies.checks.rules.vacancy import criteria, hits, messages

RULE = "A7"


def test_fires_at_each_one_essential_or_desirable():
    rows = criteria("Can teach", assessed_by=())
    assert ['"Can teach"' in said for said in messages(RULE, criteria=rows)] == [True]
    assert hits(RULE, criteria=criteria("Can teach", assessed_by=(), essential=False)) == [
        "Criterion 1"
    ]


def test_stays_silent():
    assert hits(RULE) == hits(RULE, criteria=()) == []
