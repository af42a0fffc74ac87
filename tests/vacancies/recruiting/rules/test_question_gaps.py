"""Each gap in what is asked is named, and stays silent where there is none."""

import re

from tests.each import each
from tests.vacancies.recruiting.rules.selections import (
    SELECTION,
    SYSTEM,
    with_criterion,
    with_question,
    without_question,
)
from vacancies.recruiting.rules import gap_rules as gaps
from vacancies.recruiting.rules import gap_rules as rules
from vacancies.recruiting.rules import selection_plan as gap


def sentences(rule, selection):
    return [one.sentence for one in rule(selection)]


def test_orphaned():
    selection = with_question(SELECTION, 21, criterion=None, lost_criterion="Is kind")
    found = list(rules.orphaned(selection))
    (said,) = [one.sentence for one in found]
    assert (SELECTION.questions[0].text in said, "“Is kind”" in said) == (True, True)
    assert found[0].remedy.page == gap.QUESTION
    assert sentences(rules.orphaned, SELECTION) == []


def test_orphaned_is_named_even_without_any_criterion():
    selection = with_question(SELECTION, 21, criterion=None)
    bare = type(SELECTION)("Librarian", questions=(selection.questions[0],))
    assert [one.rule for one in gaps.gaps(bare)] == ["orphaned"]


def test_not_announced():
    selection = with_criterion(SELECTION, 3, assessed_by=("application",))
    (found,) = rules.not_announced(selection)
    assert "“interview”" in found.sentence
    assert sentences(rules.not_announced, SELECTION) == []


@each(
    "weight, said",
    [
        (40, []),
        (
            41,
            [
                "“Has used a library system” is desirable but weighs 41, more than the essential "
                "“Plans a search” with 40. It could decide who is chosen."
            ],
        ),
    ],
)
def test_desirable_decides_in_words(weight, said):
    assert sentences(rules.desirable_decides, with_question(SELECTION, 22, weight=weight)) == said


def test_desirable_decides_where_no_essential_one_is_scored():
    selection = without_question(without_question(SELECTION, 21), 23)
    found = sentences(rules.desirable_decides, selection)
    assert [SYSTEM.text in sentence for sentence in found] == [True]


@each(
    "weight, said",
    [
        (20, []),
        (10, ["The weights add up to 90, not 100: 10 are missing."]),
        (19, ["The weights add up to 99, not 100: 1 is missing."]),
        (30, ["The weights add up to 110, not 100: 10 too many."]),
        (
            None,
            [
                "1 question or task has no weight yet. "
                "The weights add up to 80, not 100: 20 are missing."
            ],
        ),
    ],
)
def test_weights_miss_the_whole_in_words(weight, said):
    assert (
        sentences(rules.weights_miss_the_whole, with_question(SELECTION, 22, weight=weight)) == said
    )


def test_an_orphan_weighs_nothing():
    selection = with_question(SELECTION, 22, criterion=None)
    (said,) = sentences(rules.weights_miss_the_whole, selection)
    assert re.findall(r"\d+", said) == ["80", "100", "20"]


def test_too_many_tasks():
    long = with_question(SELECTION, 23, minutes=46)
    (said,) = sentences(rules.too_many_tasks, long)
    assert re.findall(r"\d+", said) == ["46", "45"]
    many = SELECTION
    for number in (21, 22):
        many = with_question(many, number, method="presentation", minutes=None)
    (said,) = sentences(rules.too_many_tasks, many)
    assert re.findall(r"\d+", said) == ["3", "2"]
    assert sentences(rules.too_many_tasks, SELECTION) == []


LONG = with_question(SELECTION, 23, minutes=46)
MANY = with_question(with_question(SELECTION, 21, method="presentation"), 22, method="presentation")


@each(
    "rule, selection, name, page, row",
    [
        (
            rules.orphaned,
            with_question(SELECTION, 21, criterion=None),
            "orphaned",
            gap.QUESTION,
            21,
        ),
        (
            rules.not_announced,
            with_criterion(SELECTION, 3, assessed_by=("application",)),
            "not-announced",
            gap.METHOD,
            3,
        ),
        (
            rules.desirable_decides,
            with_question(SELECTION, 22, weight=41),
            "desirable-decides",
            gap.WEIGHTS,
            0,
        ),
        (
            rules.weights_miss_the_whole,
            with_question(SELECTION, 22, weight=19),
            "weights",
            gap.WEIGHTS,
            0,
        ),
        (rules.too_many_tasks, LONG, "too-many-tasks", gap.QUESTIONS, 0),
        (rules.too_many_tasks, MANY, "too-many-tasks", gap.QUESTIONS, 0),
    ],
)
def test_a_hole_leads_to_the_row_where_it_is_mended(rule, selection, name, page, row):
    found = next(iter(rule(selection)))
    assert (found.rule, found.remedy.page, found.remedy.row) == (name, page, row)
    assert found.remedy.words == found.remedy.words.capitalize()


def test_a_day_at_the_limit_of_tasks_is_not_too_much():
    assert sentences(rules.too_many_tasks, with_question(SELECTION, 23, minutes=45)) == []
    two = with_question(SELECTION, 22, method="presentation", minutes=15)
    assert sentences(rules.too_many_tasks, two) == []
