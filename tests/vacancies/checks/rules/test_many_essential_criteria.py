"""A5: more essential criteria than anybody needs on day one."""

from tests.vacancies.checks.rules.vacancy import criteria, hits, numbers, variants

RULE = "A5"


def many(count):
    return criteria(*(f"Can do thing {number}" for number in range(count)))


def test_fires_once_with_the_number():
    assert variants(RULE, criteria=many(13)) == [""]
    assert numbers(RULE, criteria=many(13)) == [13, 12]


def test_says_more_where_there_are_far_too_many():
    assert variants(RULE, criteria=many(17)) == ["strong"]


def test_stays_silent_at_the_limit_and_counts_no_desirable_ones():
    assert hits(RULE, criteria=many(12)) == []
    desirable = criteria(*("Has taught a group",) * 30, essential=False)
    assert hits(RULE, criteria=desirable) == hits(RULE, criteria=()) == []
