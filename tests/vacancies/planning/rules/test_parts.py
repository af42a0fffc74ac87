"""The plan of a vacancy for display: milestones with their tasks, and what limits their dates."""

from datetime import date, timedelta

from tests.vacancies.induction.exports.build import make_task
from tests.vacancies.planning.rules.plan import bare
from vacancies.planning.rules.checklist import Group
from vacancies.planning.rules.lines import OTHERS, lines, parts
from vacancies.planning.rules.step import steps
from vacancies.planning.rules.timeline import anchors

TODAY = date(2027, 1, 4)
CLOSES = Group("closes", "The group’s own name", (make_task(id="R1"),))
FREE = Group("free", "By the way", (make_task(id="R2"),))


def shown(*groups, done=()):
    timeline = bare(done=done)
    return parts(lines(timeline, TODAY), groups, TODAY)


def milestones(*groups):
    return {one.id: one for part in shown(*groups) for one in part.milestones}


def tasks_in(milestone):
    return tuple(task for task, _ in milestone.rows)


def test_a_milestone_has_the_name_of_its_step_and_the_tasks_of_its_group():
    found = milestones(CLOSES, FREE)
    step = next(one for one in steps() if one.id == "closes")
    assert (found["closes"].name, tasks_in(found["closes"])) == (step.name, CLOSES.tasks)
    assert tasks_in(found["shortlist"]) == ()


def test_tasks_without_a_milestone_stand_last_under_their_own_name():
    assert shown(CLOSES)[-1].slug != OTHERS
    others = shown(CLOSES, FREE)[-1]
    assert others.slug == OTHERS
    assert [(one.id, one.name, tasks_in(one)) for one in others.milestones] == [
        ("free", "By the way", FREE.tasks)
    ]


def test_tasks_of_a_step_stay_between_the_dates_of_its_neighbours():
    names = [one.id for one in steps() if one.stage == "choose"][:3]
    first, second, third = names
    days = {name: TODAY + timedelta(days=7 * number) for number, name in enumerate(names)}
    limits = anchors(bare(days))
    assert set(limits) == set(names)
    assert limits[second].day == limits[second].back == days[second]
    assert (limits[first].earliest, limits[first].latest) == (None, days[second])
    assert (limits[second].earliest, limits[second].latest) == (days[first], days[third])
    assert limits[third].latest is None


def test_where_the_next_step_stands_before_it_tasks_may_not_go_past_the_step():
    first, second = [one.id for one in steps() if one.stage == "choose"][:2]
    limits = anchors(bare({first: TODAY, second: TODAY - timedelta(days=7)}))
    assert limits[first].latest == TODAY


def test_a_fact_marks_an_open_task_as_done_and_no_other():
    task = make_task()
    known = task.known_as("8 questions cover all criteria")
    assert (known.done.at, known.done.fact) == (None, "8 questions cover all criteria")
    assert task.known_as("") is task
    assert known.known_as("another fact") is known
