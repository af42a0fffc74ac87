"""The two ends of the thread: feedback lines and goals of the induction plan."""

import pytest

from tests.vacancies.recruiting.rules.threads import (
    ANCHORS,
    SEARCH,
    THREAD,
    with_criterion,
    with_question,
)
from vacancies.drafting.rules.draft import Criterion
from vacancies.models import Criterion as CriterionRow
from vacancies.recruiting.rules.packs import feedback, goal
from vacancies.recruiting.rules.thread import Anchors


def test_a_goal_comes_from_its_criterion():
    assert goal(SEARCH).criterion == SEARCH.id
    assert goal(SEARCH).text.endswith(f": {SEARCH.text}.")


@pytest.mark.parametrize("category", [*CriterionRow.Category.values, "unknown"])
def test_every_category_has_a_goal(category):
    text = goal(Criterion(1, category, True, " Uses   OS X. ")).text
    assert text.endswith(": Uses OS X.")


def test_feedback_has_three_lines_for_each_criterion_that_is_assessed():
    found = feedback(with_criterion(THREAD, 1, assessed_by=()))
    assert [one.criterion.id for one in found] == [2, 3, 4]
    assert all([score for score, _ in one.lines] == [5, 3, 1] for one in found)


def test_feedback_speaks_the_words_of_the_marks():
    lines = dict(feedback(THREAD)[1].lines)
    five = ANCHORS.five
    assert lines[5].endswith(f": {five[0].lower()}{five[1:]}")
    assert ANCHORS.five in lines[3]


def test_feedback_without_marks_has_words_of_its_own():
    thread = with_question(THREAD, 23, anchors=Anchors("Only this", "", ""))
    lines = dict(feedback(thread)[1].lines)
    assert "Only this" not in " ".join(lines.values())
    bare = with_question(THREAD, 23, anchors=Anchors("", "", ""))
    assert lines == dict(feedback(bare)[1].lines)
    assert all(lines.values())


def test_feedback_without_marks_is_for_the_same_scores():
    found = feedback(with_question(THREAD, 21, anchors=Anchors()))
    lines = next(one.lines for one in found if one.criterion.id == 3)
    assert [score for score, _ in lines] == [5, 3, 1]
    assert not any(words.isupper() for _, words in lines)
