"""The interview minute by minute."""

from tests.vacancies.selection.build import LIMITS, THREAD, with_question
from vacancies.selection.thread import Thread
from vacancies.selection.time_plan import length, time_plan


def test_each_part_starts_when_the_one_before_ends():
    steps = time_plan(THREAD, LIMITS)
    assert [(step.start, step.minutes, step.what) for step in steps] == [
        (0, 5, "Welcome, and how the interview will run"),
        (5, 10, "Question 1"),
        (15, 5, "Question 2"),
        (20, 5, "The candidate’s own questions"),
        (25, 3, "What happens next, and thanks"),
    ]
    assert steps[1].who == "Chair"
    assert length(steps) == steps[-1].start + steps[-1].minutes == 28


def test_a_presentation_comes_before_the_questions():
    thread = with_question(THREAD, 23, method="presentation", minutes=15)
    assert [step.what for step in time_plan(thread, LIMITS)][1:3] == [
        "Presentation 1",
        "Question 1",
    ]


def test_without_questions_there_is_still_a_welcome_and_a_close():
    assert length(time_plan(Thread("Librarian"), LIMITS)) == 13
