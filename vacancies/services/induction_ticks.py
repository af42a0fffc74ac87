"""Ticking tasks of a plan: two people at once are both right."""

from typing import cast

from django.db import transaction

from vacancies.checklists import record
from vacancies.checklists.checklist import Checklist, Group, Task
from vacancies.models import InductionPlan, PlanTick
from vacancies.services.induction_plans import (
    PlanError,
    locked,
    note,
    take_up,
    tasks_of_plan,
)
from vacancies.services.ticks import keep_tick, take_tick_away

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
