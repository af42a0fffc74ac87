"""Induction checklists from the stored template."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kls_portal.in_words import counted, plain_date
from kls_portal.operation.site_version import once_a_version
from vacancies.induction.rules.plan import plan
from vacancies.planning.models import InductionGroup
from vacancies.planning.rules.checklist import Checklist, Situation, TemplateGroup
from vacancies.planning.rules.shipped_tasks import induction_tasks
from vacancies.planning.services.layers import in_words, template_of
from vacancies.planning.services.tasks import register
from vacancies.posts.models import Vacancy
from vacancies.recruiting.services.timeline import dates_of, plan_settings


def template() -> Sequence[TemplateGroup]:
    """Return the national template with current facts filled in, in two queries or none."""
    return in_words(template_as_written())


@once_a_version
def template_as_written() -> Sequence[TemplateGroup]:
    return template_of(InductionGroup.objects.values_list("code", "name"))


def checklist(situation: Situation) -> Checklist:
    return plan(template(), situation)


def days_of_milestones(vacancy: Vacancy) -> Mapping[str, date]:
    """Return the days of the tasks that are milestones of the plan of a vacancy, by task id.

    Fetch the vacancy with `for_dates()`. Without a stored one, they count from the start as any.
    """
    same = {task.step: task.id for task in induction_tasks().tasks if task.step}
    plan = plan_settings(vacancy)
    if not plan.pk or same.keys().isdisjoint(row.code for row in plan.step_dates.all()):
        return {}
    rows = dates_of(vacancy).filled.rows
    return {same[row.id]: row.day for row in rows if row.id in same and row.day}


def parts_of_plans() -> tuple[TemplateGroup, ...]:
    """Return the groups in which a task may be placed, without their tasks."""
    return tuple(replace(group, tasks=()) for group in template())


@register("induction-plan")
def induction_plan_made(vacancy: Vacancy) -> str:
    """Return when the newest induction plan of the vacancy starts, in a sentence."""
    plan = max(vacancy.induction_plans.all(), key=lambda one: one.pk, default=None)
    return f"The induction plan starts on {plain_date(plan.starts_on)}." if plan else ""


@register("goals")
def goals_chosen(vacancy: Vacancy) -> str:
    """Return how many goals the vacancy's induction plans have, in a sentence."""
    changes = [row for plan in vacancy.induction_plans.all() for row in plan.changes.all()]
    number = sum(row.code.startswith("goal-") and not row.left_out for row in changes)
    return f"The induction plan has {counted(number, 'learning task')}." if number else ""
