"""What pages of a plan show of its tasks."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from vacancies.checklists.checklist import Checklist, Owner, Task
from vacancies.checklists.progress import state_of
from vacancies.models import InductionPlan, InductionTask
from vacancies.services.checklists import owner_of


@dataclass(frozen=True)
class TaskRow:
    """A task with its state, and whether this plan says something of its own about it."""

    task: Task
    state: str
    is_own: bool = False
    is_changed: bool = False


def rows_of(
    checklist: Checklist, today: date, plan: InductionPlan | None = None
) -> list[tuple[str, list[TaskRow]]]:
    """Return (name of the group, its tasks) of a checklist, judged on a day."""
    own, changed = set(), set()
    for row in plan.tasks.all() if plan else ():
        (own if row.is_own else changed).add(row.code)
    return [
        (
            group.name,
            [
                TaskRow(task, state_of(task, today), task.id in own, task.id in changed)
                for task in group.tasks
            ],
        )
        for group in checklist.groups
        if group.tasks
    ]


def owners_in(checklist: Checklist, slug: str) -> tuple[list[Owner], Owner | None]:
    """Return everybody who owns a task, by name, and the one asked for, None for an empty slug.

    The one asked for may own nothing. Raises Http404 for a slug that is no role.
    """
    owners = sorted({task.owner for task in checklist.tasks}, key=lambda owner: owner.name)
    found = next((owner for owner in owners if owner.slug == slug), None)
    if slug and found is None:
        if slug not in InductionTask.Owner.values:
            raise Http404
        found = owner_of(slug)
    return owners, found
