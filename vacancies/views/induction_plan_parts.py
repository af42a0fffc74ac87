"""What pages of a plan show of its tasks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest

from vacancies.checklists.checklist import Checklist, Owner, Task
from vacancies.checklists.progress import state_of
from vacancies.checklists.stage import StageChecklist
from vacancies.forms.induction_plan import DAYS
from vacancies.models import InductionPlan, InductionTask
from vacancies.services.checklists import owner_of

ROLES = {slug: owner_of(slug) for slug in InductionTask.Owner.values}


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
    own: set[str] = set()
    changed: set[str] = set()
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


def days_worked(plan: InductionPlan) -> tuple[str, ...]:
    """Return the names of the days that the starter works."""
    names = dict(DAYS)
    return tuple(names[day] for day in plan.weekdays)


def owners_in(
    checklist: Checklist | StageChecklist, slug: str, roles: Mapping[str, Owner] = ROLES
) -> tuple[list[Owner], Owner | None]:
    """Return everybody who owns a task, by name, and the one asked for, None for an empty slug.

    The one asked for may own nothing. Raises Http404 for a slug that is none of `roles`.
    """
    owners = sorted({task.owner for task in checklist.tasks}, key=lambda owner: owner.name)
    if slug and slug not in roles:
        raise Http404
    return owners, roles.get(slug)


def same_owner(request: HttpRequest) -> str:
    """Return the query that keeps a list to the owner it was kept to, or nothing."""
    owner = request.POST.get("owner", "")
    return f"?owner={owner}" if owner.replace("-", "").isalpha() and owner.isascii() else ""
