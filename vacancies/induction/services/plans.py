"""Induction plans: creating, calculating, changing and finishing them."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate, now

from kls_portal.accounts.models import Organisation, User
from kls_portal.accounts.permissions import Action, may
from kls_portal.idempotency import derived_key
from kls_portal.in_words import plain_date
from vacancies.induction.models import InductionPlan, InductionSettings, PlanEvent
from vacancies.induction.rules.plan import checklist_of, probation_in, purge_day
from vacancies.induction.services.checklists import template, template_as_written
from vacancies.planning.models import ProbationTerms
from vacancies.planning.rules import record
from vacancies.planning.rules.checklist import (
    LEAD,
    LINE_MANAGER,
    STARTER,
    Checklist,
    Situation,
    TemplateGroup,
)
from vacancies.planning.rules.layers import (
    Layer,
    Layers,
    Placed,
    dated_plan,
    inherited_now,
    layered,
)
from vacancies.planning.rules.probation_words import Probation
from vacancies.planning.services.layers import layer_of, placed_in_words, probation_terms
from vacancies.planning.services.tasks import ticked_in
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import ALONE, MANAGES, NEW_MANAGER, RefusedError

LONGEST_EVENT = 600
BEFORE_DAY_ONE = "before-day-one"
"""The group of tasks for the time before the starter arrives."""
POST_CHANGED = "The post, or what is true of it, was changed."


FROM_ORGANISATION, FROM_PLAN = "Your organisation", "This plan"
FINISHED = "This plan is finished, so it stays as it is. Open it again to change it."


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


@transaction.atomic
def save_settings(
    *, organisation: Organisation, keep_days: int, months: int | None, notice_weeks: int | None
) -> None:
    """Store how long plans are kept and the terms of probation; None for the portal's default."""
    InductionSettings.objects.update_or_create(
        organisation=organisation, defaults={"keep_days": keep_days}
    )
    ProbationTerms.objects.update_or_create(
        organisation=organisation, defaults={"months": months, "notice_weeks": notice_weeks}
    )


def role_of(person: User, plan: InductionPlan) -> str:
    if plan.created_by_id == person.pk:
        return LINE_MANAGER
    return LEAD if may(person, Action.LEAD, plan) else LINE_MANAGER


def situation_of(plan: InductionPlan) -> Situation:
    traits = frozenset(plan.traits)
    new_manager = plan.kind == InductionPlan.Kind.NEW_MANAGER
    if new_manager:
        traits |= {NEW_MANAGER, MANAGES}
    return Situation(
        role=plan.title,
        band=plan.band,
        start=plan.starts_on,
        manages_people=MANAGES in traits,
        works_alone=ALONE in traits,
        organisation=plan.organisation.name,
        traits=traits,
        weekdays=frozenset(plan.weekdays),
        nation=plan.organisation.nation,
        new_manager_only=new_manager,
        role_slug=plan.role,
        terms=probation_terms(plan.organisation, plan.starts_on),
        opened=localdate(plan.created),
    )


def probation_of(plan: InductionPlan, checklist: Checklist) -> Probation | None:
    """Return the probation of a plan; None if it is finished or has no final review."""
    return None if plan.record else probation_in(checklist, situation_of(plan))


def layers_of(plan: InductionPlan) -> Layers:
    """Return the layers of a plan, without queries if it was fetched `with_tasks`."""
    return Layers(
        template=template(),
        organisation=organisation_layer(plan.organisation),
        plan=layer_of(plan.changes.all(), FROM_PLAN),
        inherited_tasks=tuple(map(placed_in_words, _kept(plan))),
    )


def _kept(plan: InductionPlan) -> tuple[Placed, ...]:
    return tuple(record.placed(value) for value in plan.inherited_tasks)


def organisation_layer(organisation: Organisation) -> Layer:
    return layer_of(organisation.task_changes.all(), FROM_ORGANISATION)


def organisation_groups(organisation: Organisation) -> tuple[TemplateGroup, ...]:
    return layered(template(), organisation_layer(organisation))


def tasks_of_plan(plan: InductionPlan) -> Checklist:
    """Return the plan with all dates and ticks; a finished plan is returned as recorded."""
    if plan.record:
        return record.checklist_of(plan.record)
    situation = situation_of(plan)
    return checklist_of(dated_plan(layers_of(plan), situation, ticked_in(plan)), situation)


def snapshot_template(plan: InductionPlan) -> None:
    """Copy the current tasks of the upper layers into the plan and increase its revision."""
    plan.inherited_tasks = plain_layers_above(plan)
    plan.revision += 1
    plan.save(update_fields=["inherited_tasks", "revision", "changed"])


def plain_layers_above(plan: InductionPlan) -> list[record.Plain]:
    """Return the tasks that the plan currently inherits, as plain values to store."""
    layers = replace(layers_of(plan), template=template_as_written(), inherited_tasks=_kept(plan))
    inherited = inherited_now(layers, situation_of(plan))
    return [record.plain_placed(one) for one in inherited]


def log_event(plan: InductionPlan, by: str, words: str) -> None:
    """Add an entry to the plan's record. `by` is a role."""
    PlanEvent.objects.create(plan=plan, by=by, words=words[:LONGEST_EVENT])


def locked(plan: InductionPlan, finished: bool = False) -> InductionPlan:
    """Return the plan, locked until the transaction ends.

    Raises RefusedError if it was deleted or is finished (with `finished`: if it is not finished).
    """
    row = InductionPlan.objects.select_for_update().filter(pk=plan.pk).first()
    if row is None:
        raise RefusedError("This plan is no longer there.")
    if bool(row.finished_at) != finished:
        raise RefusedError("This plan is already open." if finished else FINISHED)
    return row


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
