"""The conditions of a task in words."""

from dataclasses import replace

from tests.each import each
from vacancies.induction.rules.plan import for_whom, when_due
from vacancies.planning.rules.checklist import Owner, TemplateTask

TASK = TemplateTask("A1", "Say hello", Owner("buddy", "Buddy"), 0, "House", False)


def test_a_task_for_everybody_says_nothing():
    assert for_whom(TASK) == ""


def test_every_condition_is_said_in_words():
    task = replace(
        TASK,
        roles=("librarian", "gone"),
        bands=("5", "6"),
        only_for=("apprentice", "part-time"),
        not_for=("volunteer",),
    )
    assert for_whom(task) == (
        "Roles: Librarian, gone. Bands: 5, 6. "
        "Only for: Apprentice; Works fewer than five days a week. Not for: Volunteer"
    )


@each(
    "due, words",
    [
        (0, "Day one"),
        (1, "1 working day after day one"),
        (-15, "15 working days before day one"),
    ],
)
def test_when_a_task_is_due_is_said_without_negative_numbers_in_words(due, words):
    assert when_due(due) == words
