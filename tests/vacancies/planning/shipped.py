"""The shipped tasks, in the groups of plans."""

from collections.abc import Iterable
from functools import cache

from kls_portal.reference.loading import columns_of
from vacancies.models import PlanTask
from vacancies.planning.rules.checklist import TemplateGroup
from vacancies.planning.rules.layers import Placed
from vacancies.planning.rules.shipped_tasks import TasksFile, induction_tasks, vacancy_tasks
from vacancies.planning.rules.step import steps


@cache
def groups() -> tuple[TemplateGroup, ...]:
    """Return the tasks of an induction by period."""
    return _grouped(induction_tasks(), induction_tasks().groups.items())


@cache
def milestones() -> tuple[TemplateGroup, ...]:
    """Return the tasks of the plan of a vacancy by milestone."""
    return _grouped(vacancy_tasks(), [(step.id, step.name) for step in steps()])


def _grouped(file: TasksFile, names: Iterable[tuple[str, str]]) -> tuple[TemplateGroup, ...]:
    tasks = placed(file)
    return tuple(
        TemplateGroup(slug, name, tuple(one.task for one in tasks if one.group_id == slug))
        for slug, name in names
    )


def placed(file: TasksFile) -> tuple[Placed, ...]:
    """Return the tasks of a file as the portal has them once they are loaded."""
    return tuple(
        Placed(row.group, PlanTask(code=row.id, **columns_of(PlanTask, row)).as_value())
        for row in file.in_full()
    )
