"""The bank as data: complete, of every type, in our own words, unconfirmed where it is ours."""

from collections import Counter

import pytest

from vacancies.drafting.rules.draft import INTERVIEW
from vacancies.models import BankTask, Criterion
from vacancies.profiles.models import BANDS
from vacancies.recruiting.models.selection import BankQuestion
from vacancies.recruiting.rules.bank import bank
from vacancies.recruiting.rules.selection_plan import WORDS

BANK = bank()
ASKED_FOR = {"shelving", "errors", "reference", "abstract", "search"}


def test_there_are_questions_of_every_type():
    number = Counter(question.category for question in BANK.questions)
    assert set(number) == {"values", "experience", "skills", "knowledge"}
    assert min(number.values()) >= 5
    assert set(number) <= set(Criterion.Category.values)


def test_every_id_is_there_once():
    for rows in (BANK.questions, BANK.tasks):
        assert max(Counter(row.id for row in rows).values()) == 1


def test_house_suggestions_are_not_confirmed():
    assert not any(question.confirmed for question in BANK.questions)
    for task in BANK.tasks:
        assert task.confirmed is not task.source.startswith("Our suggestion"), task.id


def test_the_tasks_of_the_guide_are_there_and_confirmed():
    confirmed = {task.id for task in BANK.tasks if task.confirmed}
    assert confirmed >= ASKED_FOR


@pytest.mark.parametrize("task", BANK.tasks, ids=lambda task: task.id)
def test_a_task_says_everything(task):
    assert task.method in WORDS
    assert task.method != INTERVIEW
    assert task.anchors.complete
    assert all((task.text, task.shows, task.prepare, task.adjustments, task.scoring))
    assert set(task.bands) <= set(BANDS)
    assert 0 < task.minutes <= BANK.limits.most_task_minutes


def test_every_question_has_words_of_criteria_and_marks():
    for question in BANK.questions:
        assert question.about, question.id
        assert question.anchors.complete, question.id


def test_marks_are_there_for_every_type_and_for_the_rest():
    assert {question.category for question in BANK.questions} | {"other"} == set(BANK.anchors)
    assert all(anchors.complete for anchors in BANK.anchors.values())


def test_sentences_are_short():
    rows = (*BANK.questions, *BANK.tasks)
    texts = [text for row in rows for text in (row.text, *vars(row.anchors).values())]
    for text in texts:
        for sentence in text.replace("?", ".").split("."):
            assert len(sentence.split()) <= 20, sentence


def test_what_is_loaded_fits_its_columns():
    for question in BANK.questions:
        assert len(question.text) <= BankQuestion._meta.get_field("text").max_length
    for task in BANK.tasks:
        assert len(", ".join(task.shows)) <= BankTask._meta.get_field("shows").max_length
        assert len(task.avoid_when) <= BankTask._meta.get_field("avoid_when").max_length
