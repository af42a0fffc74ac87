"""Tasks of a plan: added, changed, left out, ticked."""

from collections.abc import Iterable
from typing import cast
from uuid import UUID

from django.db import transaction
from django.utils.text import Truncator

from vacancies.induction.models.plan import InductionPlan, PlanTask, PlanTick
from vacancies.induction.models.template import LONGEST_TASK, InductionGroup, InductionTask
from vacancies.induction.rules import record
from vacancies.induction.rules.layers import Placed, find, own_words
from vacancies.induction.services.layers import (
    add_task,
    change_own_task,
    change_task,
    leave_out,
    restore,
)
from vacancies.induction.services.plans import (
    PlanError,
    layers_of,
    locked,
    note,
    situation_of,
    take_up,
    tasks_of_plan,
)
from vacancies.planning.rules.checklist import Checklist, Group, Task
from vacancies.planning.services import keep_tick, take_tick_away
from vacancies.recruiting.rules.packs import Goal

DONE_STAYS = "This task is done, so it stays as it is. Take the tick away to change it."
GOAL, GOAL_GROUP, GOAL_DUE = "goal-", "month-three", 60
"""How codes of goals begin, and where and when goals are due: house defaults."""


def task_in_plan(plan: InductionPlan, code: str) -> Placed | None:
    """Return an open task as the plan has it now, or None."""
    return own_words(layers_of(plan), situation_of(plan), code)


@transaction.atomic
def add_plan_task(*, plan: InductionPlan, key: UUID, wanted: Placed, by: str) -> None:
    """Add a task to this plan alone. Sent twice with one key, it is added once."""
    stored = locked(plan)
    if not stored.tasks.filter(key=key).exists():
        add_task(rows=stored.tasks, key=key, prefix="plan", wanted=wanted)
        take_up(stored)
        note(stored, by, f"Added: {wanted.task.text}")


@transaction.atomic
def change_plan_task(*, plan: InductionPlan, code: str, wanted: Placed, by: str) -> None:
    """Change a task in this plan alone. Raises PlanError for a done one."""
    stored = _with_open_task(plan, code)
    own = stored.tasks.filter(code=code, is_own=True).first()
    if own:
        change_own_task(row=own, wanted=wanted)
    else:
        above = find(layers_of(stored).before_the_plan(situation_of(stored)), code)
        if above is None:
            raise PlanError("That task is not in the plan any more.")
        change_task(rows=stored.tasks, above=above, wanted=wanted)
    take_up(stored)
    note(stored, by, f"Changed: {wanted.task.text}")


@transaction.atomic
def leave_out_of_plan(*, plan: InductionPlan, code: str, by: str) -> None:
    """Leave a task out of this plan alone. Raises PlanError for a done one."""
    stored = _with_open_task(plan, code)
    there = task_in_plan(stored, code)
    leave_out(rows=stored.tasks, code=code)
    take_up(stored)
    note(stored, by, f"Left out: {there.task.text if there else code}")


@transaction.atomic
def restore_in_plan(*, plan: InductionPlan, code: str, by: str) -> None:
    """Let a task be as in the template again."""
    stored = _with_open_task(plan, code)
    restore(rows=stored.tasks, code=code)
    take_up(stored)
    there = task_in_plan(stored, code)
    note(stored, by, f"As in the template again: {there.task.text if there else code}")


def left_out_tasks(plan: InductionPlan) -> list[Placed]:
    """Return the tasks that this plan leaves out, as the template has them."""
    layers = layers_of(plan)
    codes = {change.task_id for change in layers.plan.changes if change.left_out}
    groups = layers.before_the_plan(situation_of(plan))
    return [
        Placed(group.id, task, group.name)
        for group in groups
        for task in group.tasks
        if task.id in codes
    ]


def goals_of(plan: InductionPlan) -> set[int]:
    """Return the criteria (by primary key) that are goals of the plan."""
    codes = (row.code for row in plan.tasks.all() if row.code.startswith(GOAL))
    return {int(code.removeprefix(GOAL)) for code in codes}


@transaction.atomic
def set_goals(*, plan: InductionPlan, goals: Iterable[Goal], by: str) -> None:
    """Let these be the goals of the plan, one for each criterion. A goal that is done stays."""
    stored = locked(plan)
    wanted = {f"{GOAL}{goal.criterion}": goal.text for goal in goals}
    done = set(stored.ticks.filter(undone_at=None).values_list("code", flat=True))
    there = set(stored.tasks.filter(code__startswith=GOAL).values_list("code", flat=True))
    stored.tasks.filter(code__in=there - wanted.keys() - done).delete()
    group = InductionGroup.objects.filter(code=GOAL_GROUP).first()
    PlanTask.objects.bulk_create(
        PlanTask(
            plan=stored,
            code=code,
            is_own=True,
            text=Truncator(text).chars(LONGEST_TASK),
            owner=InductionTask.Owner.STARTER,
            group=group,
            due=GOAL_DUE,
        )
        for code, text in wanted.items()
        if code not in there
    )
    take_up(stored)
    note(stored, by, f"Goals from the person specification: {len(wanted)}")


def _with_open_task(plan: InductionPlan, code: str) -> InductionPlan:
    stored = locked(plan)
    if stored.ticks.filter(code=code, undone_at=None).exists():
        raise PlanError(DONE_STAYS)
    return stored


GONE = "That task is not in the plan any more."


@transaction.atomic
def tick(*, plan: InductionPlan, code: str, by: str, only_owner: str = "") -> PlanTick:
    """Return the tick of a task. One that somebody ticked already stays theirs.

    by: a role. only_owner: refuse tasks of anybody else. Raises PlanError for a finished plan
    and for a task that is not there.
    """
    stored = locked(plan)
    group, task = _found(tasks_of_plan(stored), code, only_owner)
    frozen = record.plain_ticked(group, task)
    row, is_new = keep_tick(rows=stored.ticks, code=code, frozen=frozen, by=by)
    if is_new:
        take_up(stored)
        note(stored, by, f"Done: {task.text}")
    return cast(PlanTick, row)


@transaction.atomic
def untick(*, plan: InductionPlan, code: str, by: str, only_owner: str = "") -> None:
    """Take a tick away; the record keeps both. Raises PlanError as above."""
    stored = locked(plan)
    _, task = _found(tasks_of_plan(stored), code, only_owner)
    if take_tick_away(rows=stored.ticks, code=code, by=by):
        take_up(stored)
        note(stored, by, f"Taken back, so not done: {task.text}")


def _found(checklist: Checklist, code: str, only_owner: str) -> tuple[Group, Task]:
    for group in checklist.groups:
        for task in group.tasks:
            if task.id == code and only_owner in ("", task.owner.slug):
                return group, task
    raise PlanError(GONE)
