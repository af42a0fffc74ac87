"""What no program can judge, as questions."""

import pytest

from vacancies.rulebook.questions import STAGES, questions, questions_for
from vacancies.rulebook.rulebook import rules


def test_every_rule_for_people_is_a_question_of_a_stage():
    for_people = [about.id for about in rules().values() if about.judged_by == "person"]
    assert [question.id for question in questions()] == for_people
    assert {question.stage for question in questions()} == set(STAGES)


def test_questions_of_a_stage():
    assert [question.id for question in questions_for("advert")] == ["E5"]
    assert [question.id for question in questions_for("selection")] == ["E1", "E2", "E3", "E4"]


def test_each_asks_and_says_what_to_do():
    for question in questions():
        assert question.question.endswith("?")
        assert question.message
        assert question.source
        assert question.why


def test_an_unknown_stage_is_an_error():
    with pytest.raises(ValueError, match="no stage"):
        questions_for("party")
