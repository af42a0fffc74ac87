"""Layers of a stored plan: each follows the one above, and none alters the template."""

import uuid

import pytest

from tests.vacancies.plans import codes, fresh, new_plan, task
from vacancies.induction.services.tasks import (
    InductionTasks,
    OrganisationTasks,
    set_goals,
    tasks_of_plan,
)
from vacancies.models import PlanTask
from vacancies.planning.services.tasks import DONE_STAYS
from vacancies.posts.rules import RefusedError

pytestmark = pytest.mark.usefixtures("reference_data", "template_read_anew")
BY = "line-manager"
OWN = {"text": "Show the garden", "owner": "buddy", "group": "day-one", "due": 0, "minutes": 0}


@pytest.fixture
def plan(people):
    return new_plan(people)


def edit_template(code, **values):
    PlanTask.objects.filter(code=code).update(**values)


def acts(plan):
    """Return the manager's actions on the tasks of a plan, as stored."""
    return InductionTasks(fresh(plan), BY)


def test_an_editors_correction_reaches_open_plans_and_no_done_task(plan):
    shipped = task(plan, "D1").text
    acts(plan).tick("D1")
    edit_template("D1", text="Tour the new wing", due=3)
    edit_template("D5", text="Explain breaks and leave")
    assert task(plan, "D5").text == "Explain breaks and leave"
    assert task(plan, "D1").text == shipped


def test_a_new_national_task_reaches_open_plans(plan):
    group = PlanTask.objects.get(code="D1").group
    PlanTask.objects.create(code="Z1", group=group, text="New", owner="hr", due=0)
    assert "Z1" in codes(plan)


def test_the_organisation_changes_adds_and_leaves_out(plan, people):
    theirs = OrganisationTasks(people.northfield)
    theirs.change("D5", text="Explain breaks")
    theirs.add(key=uuid.uuid4(), **OWN)
    assert task(plan, "D5").text == "Explain breaks"
    assert "Show the garden" in {one.text for one in tasks_of_plan(fresh(plan)).tasks}
    edit_template("D5", due=2)
    assert task(plan, "D5").due > task(plan, "D1").due
    assert PlanTask.objects.get(code="D5").text != "Explain breaks"


def test_the_other_organisation_sees_none_of_it(plan, people):
    OrganisationTasks(people.northfield).add(key=uuid.uuid4(), **OWN)
    groups = OrganisationTasks(people.southmoor).now()
    assert "Show the garden" not in {one.text for group in groups for one in group.tasks}


def test_a_task_as_the_layer_above_has_it_stores_nothing(plan):
    there = acts(plan).find("D5")
    acts(plan).change("D5", text=there.task.text, owner=there.task.owner.slug, due=there.task.due)
    assert plan.changes.count() == 0


def test_the_managers_change_holds_in_one_plan_and_can_be_taken_back(plan, people):
    other = new_plan(people, title="Assistant")
    acts(plan).change("D5", due=4)
    assert task(plan, "D5").due > task(other, "D5").due
    edit_template("D5", text="Explain breaks and leave")
    assert task(plan, "D5").text == "Explain breaks and leave"
    acts(plan).restore("D5")
    assert task(plan, "D5").due == task(other, "D5").due


def test_a_task_added_twice_with_one_key_is_there_once(plan):
    key = uuid.uuid4()
    for _ in range(2):
        acts(plan).add(key=key, **OWN)
    assert plan.changes.count() == 1


def test_an_own_task_changes_and_goes(plan):
    acts(plan).add(key=uuid.uuid4(), **OWN)
    code = plan.changes.get().code
    acts(plan).change(code, text="Show it")
    assert task(plan, code).text == "Show it"
    acts(plan).leave_out(code)
    assert code not in codes(plan)
    assert [one.task.id for one in acts(plan).left_out()] == [code]


def test_a_task_left_out_is_listed_and_comes_back(plan):
    acts(plan).leave_out("D5")
    assert "D5" not in codes(plan)
    assert [one.task.id for one in acts(plan).left_out()] == ["D5"]
    acts(plan).restore("D5")
    assert "D5" in codes(plan)


def test_a_withdrawn_task_stays_marked_until_it_is_left_out(plan):
    shipped = task(plan, "D5").text
    edit_template("D5", in_use=False)
    assert task(plan, "D5").orphan_reason
    assert task(plan, "D5").text == shipped
    acts(plan).leave_out("D5")
    assert "D5" not in codes(plan)
    edit_template("D5", in_use=True)
    assert "D5" not in codes(plan)


def test_a_deleted_task_stays_in_open_plans_and_no_new_one_gets_it(plan, people):
    acts(plan).tick("D1")
    PlanTask.objects.filter(code__in=["D1", "D5"]).delete()
    assert task(plan, "D1").done
    assert task(plan, "D5").orphan_reason
    assert not {"D1", "D5"} & codes(new_plan(people, title="Assistant"))


def test_the_whole_template_deleted_loses_nothing(plan):
    before = codes(plan)
    PlanTask.objects.all().delete()
    assert codes(plan) == before


def test_what_an_organisation_leaves_out_stays_marked_in_open_plans(plan, people):
    OrganisationTasks(people.northfield).leave_out("D5")
    assert task(plan, "D5").orphan_reason
    assert "D5" not in codes(new_plan(people, title="Assistant"))
    OrganisationTasks(people.northfield).restore("D5")
    assert not task(plan, "D5").orphan_reason


ACTS = {
    "change": lambda tasks: tasks.change("D5", text="Show the garden"),
    "leave out": lambda tasks: tasks.leave_out("D5"),
    "restore": lambda tasks: tasks.restore("D5"),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_a_done_task_is_not_changed(plan, act):
    acts(plan).tick("D5")
    with pytest.raises(RefusedError, match=DONE_STAYS):
        act(acts(plan))
    acts(plan).untick("D5")
    act(acts(plan))


GOALS = {1: "Build the skill: plan a search.", 2: "word " * 100}


def test_goals_come_from_criteria_and_go_but_for_done_ones(plan):
    set_goals(plan=plan, goals=GOALS, by=BY)
    assert task(plan, "goal-1").text == "Build the skill: plan a search."
    assert task(plan, "goal-1").owner.slug == "starter"
    assert task(plan, "goal-2").text.endswith("…")
    acts(plan).tick("goal-1")
    set_goals(plan=plan, goals=GOALS, by=BY)
    set_goals(plan=plan, goals={}, by=BY)
    assert task(plan, "goal-1").done
    assert "goal-2" not in codes(plan)
