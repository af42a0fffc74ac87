"""Ticking tasks of a plan: two people at once are both right."""

from typing import Any

from django.db import transaction
from django.utils.timezone import now

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

GONE = "That task is not in the plan any more."


@transaction.atomic
def tick(*, plan: InductionPlan, code: str, by: str, only_owner: str = "") -> PlanTick:
    """Return the tick of a task. One that somebody ticked already stays theirs.

    by: a role. only_owner: refuse tasks of anybody else. Raises PlanError for a finished plan
    and for a task that is not there.
    """
    stored = locked(plan)
    group, task = _found(tasks_of_plan(stored), code, only_owner)
    if there := stored.ticks.filter(code=code, undone_at=None).first():
        return there
    row = stored.ticks.create(
        code=code, frozen=record.plain_ticked(group, task), done_at=now(), done_by=by
    )
    take_up(stored)
    note(stored, by, f"Done: {task.text}")
    return row


@transaction.atomic
def untick(*, plan: InductionPlan, code: str, by: str, only_owner: str = "") -> None:
    """Take a tick away; the record keeps both. Raises PlanError as above."""
    stored = locked(plan)
    _, task = _found(tasks_of_plan(stored), code, only_owner)
    taken: Any = {"undone_at": now(), "undone_by": by}
    if stored.ticks.filter(code=code, undone_at=None).update(**taken):
        take_up(stored)
        note(stored, by, f"Taken back, so not done: {task.text}")


def _found(checklist: Checklist, code: str, only_owner: str) -> tuple[Group, Task]:
    for group in checklist.groups:
        for task in group.tasks:
            if task.id == code and only_owner in ("", task.owner.slug):
                return group, task
    raise PlanError(GONE)
