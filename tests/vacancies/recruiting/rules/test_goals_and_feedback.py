"""The two ends of the selection: feedback lines and goals of the induction plan."""

from tests.each import each
from tests.vacancies.recruiting.rules.selections import (
    ANCHORS,
    SELECTION,
    with_criterion,
    with_question,
)
from vacancies.drafting.rules.draft import Criterion
from vacancies.recruiting.rules.packs import feedback, goal
from vacancies.recruiting.rules.selection_plan import Anchors


@each(
    "criterion, text",
    [
        ("Experience of teaching groups", "Gain more experience of teaching groups."),
        ("Recent experience with OpenAthens.", "Gain more experience with OpenAthens."),
        ("Good knowledge of copyright", "Learn more about copyright."),
        ("Ability to plan a search", "Practise how to plan a search."),
        (" Uses   OS X. ", "Agree how to work towards “Uses OS X”."),
    ],
)
def test_a_goal_is_a_sentence_in_words(criterion, text):
    assert goal(Criterion(1, "skills", True, criterion)) == text


def test_feedback_has_three_lines_for_each_criterion_that_is_assessed():
    found = feedback(with_criterion(SELECTION, 1, assessed_by=()))
    assert [one.criterion.id for one in found] == [2, 3, 4]
    assert all([score for score, _ in one.lines] == [5, 3, 1] for one in found)


def test_feedback_speaks_the_words_of_the_marks():
    lines = dict(feedback(SELECTION)[1].lines)
    for score, marks in (
        (5, [ANCHORS.five]),
        (3, [ANCHORS.three, ANCHORS.five]),
        (1, [ANCHORS.five]),
    ):
        assert [one for one in marks if f"“{one.rstrip('.')}”." not in lines[score]] == []


def test_feedback_without_marks_has_words_of_its_own():
    selection = with_question(SELECTION, 23, anchors=Anchors("Only this", "", ""))
    lines = dict(feedback(selection)[1].lines)
    assert "Only this" not in " ".join(lines.values())
    bare = with_question(SELECTION, 23, anchors=Anchors("", "", ""))
    assert lines == dict(feedback(bare)[1].lines)
    assert all(lines.values())


def test_feedback_without_marks_is_for_the_same_scores():
    found = feedback(with_question(SELECTION, 21, anchors=Anchors()))
    lines = next(one.lines for one in found if one.criterion.id == 3)
    assert [score for score, _ in lines] == [5, 3, 1]
    assert not any(words.isupper() for _, words in lines)
