"""The criteria of a vacancy."""

from dataclasses import replace

from tests.each import each
from tests.vacancies.checks.rules.vacancy import criteria, hits, messages, numbers, variants
from vacancies.rulebook.qualifications import level_of


def many(count):
    return criteria(*(f"Can do thing {number}" for number in range(count)))


def test_many_essential_criteria_fires_once_with_the_number():
    assert variants("A5", criteria=many(13)) == [""]
    assert numbers("A5", criteria=many(13)) == [13, 12]


def test_many_essential_criteria_says_more_where_there_are_far_too_many():
    assert variants("A5", criteria=many(17)) == ["strong"]


def test_many_essential_criteria_stays_silent_at_the_limit_and_counts_no_desirable_ones():
    assert hits("A5", criteria=many(12)) == []
    desirable = criteria(*("Has taught a group",) * 30, essential=False)
    assert hits("A5", criteria=desirable) == hits("A5", criteria=()) == []


def test_criterion_without_duty_fires_at_each_one():
    rows = criteria("Can teach", "Can plan", duties=())
    assert hits("A6", criteria=rows) == ["Criterion 1", "Criterion 2"]


def test_criterion_without_duty_fires_where_the_duty_is_gone():
    assert hits("A6", criteria=criteria("Can teach", duties=(99,))) == ["Criterion 1"]


def test_criterion_without_duty_quotes_a_long_one_short():
    assert len(messages("A6", criteria=criteria("word " * 100, duties=()))[0]) < 120


def test_criterion_without_duty_stays_silent_for_linked_and_for_desirable_ones():
    assert hits("A6") == []
    assert hits("A6", criteria=criteria("Can teach", duties=(), essential=False)) == []


def test_criterion_not_assessed_fires_at_each_one_essential_or_desirable():
    rows = criteria("Can teach", assessed_by=())
    assert ["“Can teach”" in said for said in messages("A7", criteria=rows)] == [True]
    assert hits("A7", criteria=criteria("Can teach", assessed_by=(), essential=False)) == [
        "Criterion 1"
    ]


def test_criterion_not_assessed_stays_silent():
    assert hits("A7") == hits("A7", criteria=()) == []


def both(essential, desirable):
    (one,), (other,) = criteria(essential), criteria(desirable, essential=False)
    return (one, replace(other, id=2))


def test_same_item_in_both_columns_fires_at_the_desirable_one():
    assert hits("A8", criteria=both("Can plan a search", "Can plan a search")) == ["Criterion 2"]


def test_same_item_in_both_columns_fires_whatever_order_and_endings():
    assert hits("A8", criteria=both("Searching the literature", "Literature: searches")) == [
        "Criterion 2"
    ]


def test_same_item_in_both_columns_stays_silent():
    assert hits("A8", criteria=both("Can plan a search", "Can teach a large group")) == []
    assert hits("A8", criteria=both("of the", "of the")) == []
    assert hits("A8", criteria=criteria("Can plan", "Can plan")) == []


@each(
    "text, level",
    [
        ("Five GCSEs at grade C, or equivalent experience", 2),
        ("A-level or NVQ level 3", 3),
        ("Degree or postgraduate qualification in librarianship", 5),
        ("Master’s in information science", 7),
        ("PhD", 8),
        ("Works with a high degree of accuracy", None),
        ("Can manage a database", None),
    ],
)
def test_knowledge_and_profile_the_lowest_qualification_named_counts(text, level):
    assert level_of(text) == level


def test_knowledge_and_profile_fires_below_and_above_the_profile():
    below = variants("A15", criteria=criteria("GCSEs or equivalent"), knowledge=(5, 6))
    above = variants("A15", criteria=criteria("Degree or equivalent"), knowledge=(2, 3))
    assert (below, above) == (["less"], ["more"])


def test_knowledge_and_profile_the_highest_criterion_is_compared():
    rows = criteria("GCSEs or equivalent", "Degree or equivalent")
    assert hits("A15", criteria=rows, knowledge=(5, 5)) == []
    assert hits("A15", criteria=rows, knowledge=(6, 7)) == ["Criterion 2"]


def test_knowledge_and_profile_stays_silent_without_profile_or_qualification():
    degree = criteria("Degree or equivalent")
    assert hits("A15", criteria=degree, knowledge=None) == hits("A15", knowledge=(7, 7)) == []
    desirable = criteria("Degree", essential=False)
    assert hits("A15", criteria=desirable, knowledge=(2, 2)) == []
