"""Tasks done, late and due soon; done tasks stay as they were."""

from datetime import UTC, date, datetime, timedelta

from tests.each import each
from tests.vacancies.induction.exports.build import make_checklist, make_task
from vacancies.planning.rules.checklist import Done, Owner
from vacancies.planning.rules.standing import progress, state_of, tasks_of

TODAY = date(2027, 1, 4)
DONE = Done(datetime(2027, 1, 4, 9, tzinfo=UTC), "HR")


@each(
    "days, state",
    [(-1, "late"), (0, "due-soon"), (6, "due-soon"), (7, "later"), (60, "later")],
)
def test_the_state_of_an_open_task(days, state):
    assert state_of(make_task(due=TODAY + timedelta(days=days)), TODAY) == state


def test_a_done_task_is_never_late():
    assert state_of(make_task(due=TODAY - timedelta(days=9), done=DONE), TODAY) == "done"


def test_counts():
    tasks = [make_task(due=TODAY + timedelta(days=n)) for n in (-3, -2, 1, 30)]
    tasks.append(make_task(done=DONE))
    found = progress(tasks, TODAY)
    assert (found.total, found.done, found.late, found.soon) == (5, 1, 2, 1)
    assert not found.is_complete
    assert progress(tasks[-1:], TODAY).is_complete


def test_the_tasks_of_one_owner():
    found = tasks_of(make_checklist(), Owner("hr", "HR"))
    assert [task.text for task in found.tasks] == ["Visit HR"]
    assert found.tasks_of == "HR"
    nothing = tasks_of(make_checklist(), Owner("it", "IT"))
    assert (nothing.groups, nothing.tasks_of) == ((), "IT")


def test_the_holidays_in_words():
    assert make_checklist().holidays_of == "England and Wales"
    assert make_checklist(nation="SCT").holidays_of == "Scotland"
