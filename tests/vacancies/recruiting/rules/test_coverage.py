"""The matrix: criteria down, methods across, in words."""

from tests.vacancies.recruiting.rules.selections import (
    SELECTION,
    with_criterion,
    with_question,
    without_question,
)
from vacancies.drafting.rules.draft import METHODS
from vacancies.recruiting.rules.coverage import MISSING, STRAY, UNUSED, USED, coverage
from vacancies.recruiting.rules.selection_plan import suggested_methods


def cell(selection, criterion, method):
    row = next(row for row in coverage(selection) if row.criterion.id == criterion)
    return next(one for one in row.cells if one.method == method)


def test_each_cell_knows_its_criterion_and_whether_the_specification_names_its_method():
    for selection in (SELECTION, without_question(SELECTION, 21)):
        for row in coverage(selection):
            assert {one.criterion for one in row.cells} == {row.criterion.id}
            chosen = {one.method for one in row.cells if one.chosen}
            assert chosen == set(row.criterion.assessed_by)


def test_essential_criteria_stand_first():
    rows = [(row.number, row.criterion.id) for row in coverage(SELECTION)]
    assert rows == [(1, 1), (2, 2), (3, 3), (4, 4)]


def test_each_cell_says_what_it_is_in_words():
    words = {
        (row.criterion.id, one.method): one.words
        for row in coverage(SELECTION)
        for one in row.cells
    }
    assert words[3, "interview"] == "Question 1"
    assert words[4, "interview"] == "Question 2"
    assert words[2, "task"] == "Task 1"
    assert cell(SELECTION, 3, "interview").state == USED
    assert len(words) == 4 * len(METHODS)


def test_a_method_without_a_question_is_missing_one():
    found = cell(without_question(SELECTION, 21), 3, "interview")
    assert (found.state, found.question) == (MISSING, None)
    assert found.words.startswith("No ")


def test_a_method_that_was_not_chosen_is_unused():
    assert cell(SELECTION, 1, "interview").state == UNUSED


def test_a_question_that_was_not_chosen_is_named():
    found = cell(with_criterion(SELECTION, 3, assessed_by=("application",)), 3, "interview")
    assert (found.state, found.question) == (STRAY, 21)
    assert not found.words.startswith("Question")


def test_two_questions_for_one_criterion():
    selection = with_question(SELECTION, 22, criterion=3)
    assert cell(selection, 3, "interview").words == "Questions 1, 2"


def test_methods_are_suggested_only_where_nothing_assesses_a_criterion():
    assert suggested_methods(SELECTION.criteria) == ()
    selection = with_criterion(SELECTION, 3, assessed_by=())
    assert {criterion for criterion, _ in suggested_methods(selection.criteria)} == {3}
    assert {method for _, method in suggested_methods(selection.criteria)} <= set(METHODS)
