"""Scheduled work on induction plans: purging plans and deleting expired links."""

import logging
from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate, localtime

from kls_portal.in_words import counted
from kls_portal.operation.jobs import FailedError
from vacancies.induction.models import DeletedPlanStats, InductionPlan, InductionPlanQuery, PlanLink
from vacancies.induction.services.plans import plain_layers_above, tasks_of_plan
from vacancies.planning.rules.checklist import Task
from vacancies.posts.models import VacancyLink

_logger = logging.getLogger(__name__)


@transaction.atomic
def erase_plan(*, plan: InductionPlan, reason: str) -> DeletedPlanStats | None:
    """Delete a plan with everything in it and return its anonymous counts.

    reason: a value of DeletedPlanStats.Reason. Returns None if the plan has been deleted already,
    so that it is counted once.
    """
    if not InductionPlan.objects.select_for_update().filter(pk=plan.pk).exists():
        return None
    tasks = tasks_of_plan(plan).tasks
    stats = DeletedPlanStats.objects.create(
        organisation=plan.organisation,
        deleted_on=localdate(),
        reason=reason,
        started_in=plan.starts_on.year,
        tasks=len(tasks),
        done=sum(task.done is not None for task in tasks),
        done_late=sum(_was_late(task) for task in tasks),
    )
    plan.delete()
    return stats


def purge_plans(now: datetime) -> Iterator[str]:
    """Delete the plans whose purge date has come and yield a sentence with their number.

    A plan that cannot be deleted is logged and does not stop the others; FailedError is raised at
    the end.
    """
    expired = InductionPlan.objects.filter(purge_on__lte=localtime(now).date()).with_tasks()
    number = failed = 0
    for plan in expired:
        try:
            number += erase_plan(plan=plan, reason=DeletedPlanStats.Reason.EXPIRED) is not None
        except Exception:
            # A fault in one plan must not keep others beyond their purge date.
            _logger.exception("Induction plan %s was not deleted on its purge date", plan.pk)
            failed += 1
    if number:
        yield f"Deleted {counted(number, 'induction plan')} on the purge date."
    if failed:
        raise FailedError(f"Induction plans not deleted, see the log: {failed}.")


def forget_links(now: datetime) -> Iterator[str]:
    """Delete secret links to plans and vacancies that ended some time ago; yield the number."""
    gone = sum(kind.objects.spent(now).delete()[0] for kind in (PlanLink, VacancyLink))
    if gone:
        yield f"Links that ended: {gone} deleted."


def _was_late(task: Task) -> bool:
    done, due = task.done, task.due
    return bool(done and done.at and due and localtime(done.at).date() > due)


AT_ONCE = 200
"""Number of plans updated in one query."""


@transaction.atomic
def snapshot_template_in(plans: InductionPlanQuery) -> None:
    """Copy the current tasks of the layers above into the open ones of these plans.

    A plan does so itself on each change. Call this before a task is removed, so that no plan loses
    a task that it showed but had not copied yet.
    """
    open_plans = list(plans.open().with_tasks().order_by("pk").select_for_update(of=("self",)))
    for plan in open_plans:
        plan.inherited_tasks = plain_layers_above(plan)
    InductionPlan.objects.bulk_update(open_plans, ["inherited_tasks"], batch_size=AT_ONCE)
