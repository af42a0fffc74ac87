"""Layers of a stored plan: each follows the one above, and nobody breaks the master."""

import uuid
from functools import partial

import pytest

from tests.vacancies.plans import codes, fresh, new_plan, task
from vacancies.induction.rules.layers import Placed
from vacancies.induction.services.layers import (
    add_task,
    change_task,
    leave_out,
    organisation_groups,
    restore,
)
from vacancies.induction.services.plans import PlanError
from vacancies.induction.services.tasks import (
    add_plan_task,
    change_plan_task,
    leave_out_of_plan,
    left_out_tasks,
    restore_in_plan,
    set_goals,
    task_in_plan,
    tick,
    untick,
)
from vacancies.models import InductionTask
from vacancies.planning.rules.checklist import Owner, TemplateTask
from vacancies.recruiting.rules.packs import Goal

pytestmark = pytest.mark.usefixtures("reference_data")
BY = "line-manager"
OWN = Placed("day-one", TemplateTask("", "Show the garden", Owner("buddy", "Buddy"), 0, "", True))


@pytest.fixture
def plan(people):
    return new_plan(people)


@pytest.fixture(autouse=True)
def no_store(settings):
    """The template is read anew each time, as after an editor's change."""
    dummy = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    settings.CACHES = dict.fromkeys(settings.CACHES, dummy)


def edit_template(code, **values):
    InductionTask.objects.filter(code=code).update(**values)


def changed(plan, code, **values):
    there = task_in_plan(fresh(plan), code)
    new = {**vars(there.task), **values}
    return Placed(there.group_id, TemplateTask(**new))


def test_an_editors_correction_reaches_open_plans_and_no_done_task(plan):
    tick(plan=plan, code="D1", by=BY)
    edit_template("D1", text="Tour the new wing", due=3)
    edit_template("D5", text="Explain breaks and leave")
    assert task(plan, "D5").text == "Explain breaks and leave"
    assert task(plan, "D1").text == "Meet colleagues and tour the library"


def test_a_new_national_task_reaches_open_plans(plan):
    group = InductionTask.objects.get(code="D1").group
    InductionTask.objects.create(code="Z1", group=group, text="New", owner="hr", due=0)
    assert "Z1" in codes(plan)


def test_the_organisation_changes_adds_and_leaves_out(plan, people):
    rows = people.northfield.induction_tasks
    above = Placed("day-one", task_in_plan(plan, "D5").task)
    wanted = Placed("day-one", TemplateTask(**{**vars(above.task), "text": "Explain breaks"}))
    change_task(rows=rows, above=above, wanted=wanted)
    add_task(rows=rows, key=uuid.uuid4(), prefix="own", wanted=OWN)
    assert task(plan, "D5").text == "Explain breaks"
    assert "Show the garden" in {task(plan, code).text for code in codes(plan)}
    edit_template("D5", due=2)
    assert task(plan, "D5").due > task(plan, "D1").due
    assert InductionTask.objects.get(code="D5").text != "Explain breaks"


def test_the_other_organisation_sees_none_of_it(plan, people):
    add_task(rows=people.northfield.induction_tasks, key=uuid.uuid4(), prefix="own", wanted=OWN)
    groups = organisation_groups(people.southmoor)
    assert "Show the garden" not in {one.text for group in groups for one in group.tasks}


def test_a_task_as_the_layer_above_has_it_stores_nothing(plan):
    change_plan_task(plan=plan, code="D5", wanted=changed(plan, "D5"), by=BY)
    assert plan.tasks.count() == 0


def test_the_managers_change_holds_in_one_plan_and_can_be_taken_back(plan, people):
    other = new_plan(people, title="Assistant")
    change_plan_task(plan=plan, code="D5", wanted=changed(plan, "D5", due=4), by=BY)
    assert task(plan, "D5").due > task(other, "D5").due
    edit_template("D5", text="Explain breaks and leave")
    assert task(plan, "D5").text == "Explain breaks and leave"
    restore_in_plan(plan=plan, code="D5", by=BY)
    assert task(plan, "D5").due == task(other, "D5").due


def test_a_task_added_twice_with_one_key_is_there_once(plan):
    key = uuid.uuid4()
    for _ in range(2):
        add_plan_task(plan=plan, key=key, wanted=OWN, by=BY)
    assert plan.tasks.count() == 1


def test_an_own_task_changes_and_goes(plan):
    add_plan_task(plan=plan, key=uuid.uuid4(), wanted=OWN, by=BY)
    code = plan.tasks.get().code
    change_plan_task(plan=plan, code=code, wanted=changed(plan, code, text="Show it"), by=BY)
    assert task(plan, code).text == "Show it"
    leave_out_of_plan(plan=plan, code=code, by=BY)
    assert code not in codes(plan)
    assert plan.tasks.count() == 0


def test_a_task_left_out_is_listed_and_comes_back(plan):
    leave_out_of_plan(plan=plan, code="D5", by=BY)
    assert "D5" not in codes(plan)
    assert [one.task.id for one in left_out_tasks(fresh(plan))] == ["D5"]
    restore_in_plan(plan=plan, code="D5", by=BY)
    assert "D5" in codes(plan)


def test_a_withdrawn_task_stays_marked_until_it_is_left_out(plan):
    edit_template("D5", in_use=False)
    assert task(plan, "D5").withdrawn
    assert task(plan, "D5").text == "Explain breaks, leave and sickness absence"
    leave_out_of_plan(plan=plan, code="D5", by=BY)
    assert "D5" not in codes(plan)
    edit_template("D5", in_use=True)
    assert "D5" not in codes(plan)


def test_a_deleted_task_stays_in_open_plans_and_no_new_one_gets_it(plan, people):
    tick(plan=plan, code="D1", by=BY)
    InductionTask.objects.filter(code__in=["D1", "D5"]).delete()
    assert task(plan, "D1").done
    assert task(plan, "D5").withdrawn
    assert not {"D1", "D5"} & codes(new_plan(people, title="Assistant"))


def test_the_whole_template_deleted_loses_nothing(plan):
    before = codes(plan)
    InductionTask.objects.all().delete()
    assert codes(plan) == before


def test_what_an_organisation_leaves_out_stays_marked_in_open_plans(plan, people):
    leave_out(rows=people.northfield.induction_tasks, code="D5")
    assert task(plan, "D5").withdrawn
    assert "D5" not in codes(new_plan(people, title="Assistant"))
    restore(rows=people.northfield.induction_tasks, code="D5")
    assert not task(plan, "D5").withdrawn


ACTS = {
    "change": partial(change_plan_task, wanted=OWN),
    "leave out": leave_out_of_plan,
    "restore": restore_in_plan,
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_a_done_task_is_not_changed(plan, act):
    tick(plan=plan, code="D5", by=BY)
    with pytest.raises(PlanError, match="This task is done"):
        act(plan=plan, code="D5", by=BY)
    untick(plan=plan, code="D5", by=BY)
    act(plan=plan, code="D5", by=BY)


GOALS = (Goal(1, "Build the skill: plan a search."), Goal(2, "word " * 100))


def test_goals_come_from_criteria_and_go_but_for_done_ones(plan):
    set_goals(plan=plan, goals=GOALS, by=BY)
    assert task(plan, "goal-1").text == "Build the skill: plan a search."
    assert task(plan, "goal-1").owner.slug == "starter"
    assert task(plan, "goal-2").text.endswith("…")
    tick(plan=plan, code="goal-1", by=BY)
    set_goals(plan=plan, goals=GOALS, by=BY)
    set_goals(plan=plan, goals=(), by=BY)
    assert task(plan, "goal-1").done
    assert "goal-2" not in codes(plan)
