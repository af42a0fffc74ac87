"""Induction plans: creating, changing, finishing and deleting them, and ending their links."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate, localtime, now

from kls_portal.accounts.models import Organisation, User
from kls_portal.accounts.permissions import Action, may
from kls_portal.idempotency import derived_key
from kls_portal.in_words import counted, plain_date
from kls_portal.operation.jobs import FailedError
from vacancies.induction.models import DeletedPlanStats, InductionPlan, PlanLink
from vacancies.induction.rules.plan import probation_in, purge_day
from vacancies.induction.services.tasks import (
    InductionTasks,
    locked,
    log_event,
    snapshot_template,
    tasks_of_plan,
)
from vacancies.planning.models import InductionSettings
from vacancies.planning.rules import record
from vacancies.planning.rules.checklist import LEAD, LINE_MANAGER, STARTER, Checklist, Task
from vacancies.planning.rules.probation_words import Probation
from vacancies.posts.models import Vacancy, VacancyLink

_logger = logging.getLogger(__name__)
BEFORE_DAY_ONE = "before-day-one"
"""The group of tasks for the time before the starter arrives."""
POST_CHANGED = "The post, or what is true of it, was changed."


@transaction.atomic
def make_plan(
    *,
    person: User,
    organisation: Organisation,
    key: UUID,
    vacancy: Vacancy | None = None,
    **values: Any,
) -> InductionPlan:
    """Return a new plan, created once for the same key, person and values.

    values: fields of the plan; its purge date follows from the start date.
    """
    plan, made = InductionPlan.objects.get_or_create(
        key=derived_key(key, person, organisation, values),
        created_by=person,
        defaults={
            "organisation": organisation,
            "vacancy": vacancy,
            "purge_on": purge_day(values["starts_on"], keep_days(organisation), localdate()),
            "place": vacancy.place if vacancy else "",
            "manager_title": vacancy.reports_to if vacancy else "",
            **values,
        },
    )
    if made:
        snapshot_template(plan)
        log_event(plan, role_of(person, plan), "The plan was made.")
    return plan


def keep_days(organisation: Organisation) -> int:
    """Return how many days after the start an organisation keeps its plans."""
    stored = InductionSettings.objects.filter(organisation=organisation).first()
    return stored.keep_days if stored else InductionSettings.DEFAULT_DAYS


def role_of(person: User, plan: InductionPlan) -> str:
    if plan.created_by_id == person.pk:
        return LINE_MANAGER
    return LEAD if may(person, Action.LEAD, plan) else LINE_MANAGER


def probation_of(plan: InductionPlan, checklist: Checklist) -> Probation | None:
    """Return the probation of a plan; None if it is finished or has no final review."""
    return None if plan.record else probation_in(checklist, InductionTasks(plan).situation())


@transaction.atomic
def log_change(*, plan: InductionPlan, was: date, by: str, what: str = POST_CHANGED) -> None:
    """Update the purge date, record and inherited tasks after the fields of a plan were saved.

    was: the start date before; what: a sentence for the record if the start did not move. What the
    starter would have done on a day that the new start leaves empty goes to the line manager.
    """
    if plan.starts_on != was:
        gap = plan.changes.filter(owner=STARTER, due_on__gte=was, due_on__lt=plan.starts_on)
        gap.filter(is_own=True).update(owner=LINE_MANAGER, group=BEFORE_DAY_ONE)
        plan.moves += 1
        plan.purge_on = purge_day(plan.starts_on, keep_days(plan.organisation), localdate())
        plan.save(update_fields=["moves", "purge_on"])
        what = f"The start date moved from {plain_date(was)} to {plain_date(plan.starts_on)}."
    log_event(plan, by, what)
    snapshot_template(plan)


@transaction.atomic
def finish_plan(*, plan: InductionPlan, by: str, probation_ended_on: date | None = None) -> None:
    """Freeze the plan until its purge date. Raises RefusedError if it is already finished.

    probation_ended_on: only the day; the outcome is not stored.
    """
    stored = locked(plan)
    checklist = replace(tasks_of_plan(stored), note_on_start="")
    stored.record = record.plain_checklist(checklist)
    stored.finished_at = now()
    stored.probation_ended_on = probation_ended_on
    stored.save(update_fields=["record", "finished_at", "probation_ended_on", "changed"])
    stored.links.close()
    ended = f"Probation ended on {plain_date(probation_ended_on)}. " if probation_ended_on else ""
    log_event(stored, by, f"{ended}The plan was finished. Links to it were closed.")


@transaction.atomic
def reopen_plan(*, plan: InductionPlan, by: str) -> None:
    """Reopen a finished plan. Raises RefusedError if it is open."""
    stored = locked(plan, finished=True)
    stored.record, stored.finished_at, stored.probation_ended_on = None, None, None
    stored.save(update_fields=["record", "finished_at", "probation_ended_on", "changed"])
    log_event(stored, by, "The plan was opened again.")


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
