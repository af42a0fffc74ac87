"""The interview minute by minute."""

from tests.vacancies.recruiting.rules.selections import SELECTION, with_question
from vacancies.posts.rules import lines_of
from vacancies.recruiting.rules.packs import length, time_plan
from vacancies.recruiting.rules.selection_plan import SelectionPlan


def test_each_part_starts_when_the_one_before_ends():
    steps = time_plan(SELECTION)
    times = [(step.start, step.minutes) for step in steps]
    assert times == [(0, 5), (5, 10), (15, 5), (20, 5), (25, 3)]
    welcome, *asked, own, close = [step.what for step in steps]
    assert [what.split()[-1] for what in asked] == ["1", "2"]
    assert len({welcome, own, close}) == 3
    assert all(what == what.capitalize() for what in (welcome, own, close))
    assert steps[1].who == "Chair"
    assert length(steps) == steps[-1].start + steps[-1].minutes == 28


def test_a_presentation_comes_before_the_questions():
    selection = with_question(SELECTION, 23, method="presentation", minutes=15)
    _, presented, first, *_ = time_plan(selection)
    assert (presented.minutes, first.who) == (15, "Chair")


def test_without_questions_there_is_still_a_welcome_and_a_close():
    steps = time_plan(SelectionPlan("Librarian"))
    assert length(steps) == 13
    assert not any(step.who for step in steps)


def test_what_was_typed_line_by_line_has_no_empty_line():
    assert lines_of(" Extra time \n\n  \nA form on screen") == ("Extra time", "A form on screen")
