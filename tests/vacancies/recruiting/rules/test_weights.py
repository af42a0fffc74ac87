"""Weights and totals reconcile, whatever the number of questions."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.vacancies.recruiting.rules.selections import SELECTION, with_question, without_question
from vacancies.recruiting.rules.selection_plan import (
    SCORES,
    WHOLE,
    equal_weights,
    most_points,
    total,
    weight_sentence,
)


@given(st.integers(1, 100))
def test_equal_weights_make_the_whole_and_differ_by_one_at_most(count):
    found = equal_weights(count)
    assert sum(found) == WHOLE
    assert max(found) - min(found) <= 1
    assert min(found) >= 1


def test_equal_weights_of_none_and_of_too_many():
    assert equal_weights(0) == ()
    assert set(equal_weights(101)) == {1}


def test_the_most_points_are_the_weights_times_the_highest_score():
    assert (
        most_points(SELECTION.asked)
        == sum(one.weight * SCORES[-1] for one in SELECTION.asked)
        == 500
    )
    assert most_points(without_question(SELECTION, 22).asked) == 400


def test_no_questions_no_sentence():
    assert (weight_sentence(()), total(())) == ("", 0)
    assert weight_sentence(SELECTION.asked) == ""


def test_the_sentence_counts_what_has_no_weight():
    one = with_question(SELECTION, 21, weight=None)
    two = with_question(one, 22, weight=None)
    for selection, numbers in ((one, ["1", "60", "100", "40"]), (two, ["2", "40", "100", "60"])):
        assert re.findall(r"\d+", weight_sentence(selection.asked)) == numbers
