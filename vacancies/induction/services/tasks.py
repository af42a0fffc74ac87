"""The tasks of an induction plan and of an organisation's template."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from django.db import transaction
from django.utils.text import Truncator
from django.utils.timezone import localdate

from kls_portal.accounts.models import Organisation
from vacancies.induction.models import EVERY_WEEKDAY, InductionPlan, InductionPlanQuery, PlanEvent
from vacancies.induction.rules.plan import checklist_of, role_for
from vacancies.induction.services.checklists import (
    checklist,
    days_of_milestones,
    template,
    template_as_written,
)
from vacancies.planning.models import LONGEST_TASK, TaskChange
from vacancies.planning.rules import record
from vacancies.planning.rules.checklist import STARTER, Checklist, LeftOut, Situation, TemplateGroup
from vacancies.planning.rules.layers import Layer, Layers, dated_plan, inherited_now, layered
from vacancies.planning.services.layers import layer_of, placed_in_words, probation_terms
from vacancies.planning.services.tasks import PlanTasks, Tasks, ticked_in
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import ALONE, MANAGES, NEW_MANAGER, RefusedError

GOAL, GOAL_GROUP, GOAL_DUE = "goal-", "month-three", 60
"""The prefix of goal codes, and the group and due day of goals, our own suggestions."""
LONGEST_EVENT, AT_ONCE = 600, 200
"""Characters of an entry in the record, and plans updated in one query."""
FROM_ORGANISATION, FROM_PLAN = "Your organisation", "This plan"
FINISHED = "This plan is finished, so it stays as it is. Open it again to change it."


class InductionTasks(PlanTasks):
    """The tasks of one induction plan; `by` is the role of the person acting.

    Reading them makes no query for a plan that was fetched `with_tasks`.
    """

    prefix = "plan"
    plan: InductionPlan

    def __init__(self, plan: InductionPlan, by: str = "") -> None:
        self.plan, self.by = plan, by

    def layers(self, *, as_written: bool = False) -> Layers:
        """Return the layers of the plan. as_written: before facts are filled in."""
        kept = tuple(record.placed(value) for value in self.plan.inherited_tasks)
        return Layers(
            template=template_as_written() if as_written else template(),
            organisation=organisation_layer(self.plan.organisation),
            plan=layer_of(self.plan.changes.all(), FROM_PLAN),
            inherited_tasks=kept if as_written else tuple(map(placed_in_words, kept)),
        )

    def situation(self) -> Situation:
        plan, traits = self.plan, frozenset(self.plan.traits)
        new_manager = plan.kind == InductionPlan.Kind.NEW_MANAGER
        vacancy = None if plan.start_differs or plan.weekdays != EVERY_WEEKDAY else plan.vacancy
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
            days=days_of_milestones(vacancy) if vacancy else {},
            opened=localdate(plan.created) if plan.pk else None,
        )

    def left_out(self) -> tuple[LeftOut, ...]:
        return self.layers().left_out(self.situation())

    def inherit(self) -> None:
        """Copy the current tasks of the upper layers into the plan, without saving it."""
        inherited = inherited_now(self.layers(as_written=True), self.situation())
        self.plan.inherited_tasks = [record.plain_placed(one) for one in inherited]

    def locked(self) -> Self:
        """Return the tasks of the locked plan. Raises RefusedError if it is deleted or finished."""
        return type(self)(locked(self.plan), self.by)

    def saved(self, words: str) -> None:
        snapshot_template(InductionPlan.objects.with_tasks().get(pk=self.plan.pk))
        log_event(self.plan, self.by, words)


def tasks_of_plan(plan: InductionPlan) -> Checklist:
    """Return the plan with all dates and ticks; a finished plan is returned as recorded."""
    if plan.record:
        return record.checklist_of(plan.record)
    tasks = InductionTasks(plan)
    situation = tasks.situation()
    return checklist_of(dated_plan(tasks.layers(), situation, ticked_in(plan)), situation)


def post_of(vacancy: Vacancy) -> dict[str, Any]:
    """Return what a vacancy says about the plan of its post, by column."""
    return {
        "title": vacancy.title,
        "role": role_for(vacancy.title, vacancy.profile.title if vacancy.profile else ""),
        "band": vacancy.offered_band,
        "starts_on": vacancy.starts_on,
        "traits": list(vacancy.traits),
    }


def checklist_for(vacancy: Vacancy) -> Checklist | None:
    """Return the checklist of a vacancy's own post, or None while it has no start date."""
    if vacancy.starts_on is None:
        return None
    plan = InductionPlan(organisation=vacancy.organisation, vacancy=vacancy, **post_of(vacancy))
    return checklist(InductionTasks(plan).situation())


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


def log_event(plan: InductionPlan, by: str, words: str) -> None:
    """Add an entry to the plan's record. `by` is a role."""
    PlanEvent.objects.create(plan=plan, by=by, words=words[:LONGEST_EVENT])


def snapshot_template(plan: InductionPlan) -> None:
    """Copy the current tasks of the upper layers into the plan and increase its revision."""
    InductionTasks(plan).inherit()
    plan.revision += 1
    plan.save(update_fields=["inherited_tasks", "revision", "changed"])


@transaction.atomic
def snapshot_template_in(plans: InductionPlanQuery) -> None:
    """Copy the current tasks of the layers above into the open ones of these plans.

    A plan does so itself on each change. Call this before a task is removed, so that no plan loses
    a task that it showed but had not copied yet.
    """
    open_plans = list(plans.open().with_tasks().order_by("pk").select_for_update(of=("self",)))
    for plan in open_plans:
        InductionTasks(plan).inherit()
    InductionPlan.objects.bulk_update(open_plans, ["inherited_tasks"], batch_size=AT_ONCE)


def organisation_layer(organisation: Organisation) -> Layer:
    return layer_of(organisation.task_changes.all(), FROM_ORGANISATION)


class OrganisationTasks(Tasks):
    """The tasks of an organisation's template, from which its plans are made."""

    prefix = "own"

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation

    @property
    def rows(self) -> Any:
        return self.organisation.task_changes

    def above(self) -> Sequence[TemplateGroup]:
        return template()

    def now(self) -> Sequence[TemplateGroup]:
        stored = Organisation.objects.get(pk=self.organisation.pk)
        return layered(template(), organisation_layer(stored))

    def locked(self) -> Self:
        return type(self)(Organisation.objects.select_for_update().get(pk=self.organisation.pk))

    def saved(self, words: str) -> None:
        """Do nothing: open plans follow the template automatically."""

    @transaction.atomic
    def leave_out(self, code: str, reason: str = "") -> None:
        """Leave a task out of the template; open plans keep it, marked as withdrawn."""
        snapshot_template_in(InductionPlan.objects.filter(organisation=self.organisation))
        super().leave_out(code, reason)


def goals_of(plan: InductionPlan) -> set[int]:
    """Return the criteria (by primary key) that are goals of the plan."""
    codes = (row.code for row in plan.changes.all() if row.code.startswith(GOAL))
    return {int(code.removeprefix(GOAL)) for code in codes}


@transaction.atomic
def set_goals(*, plan: InductionPlan, goals: Mapping[int, str], by: str) -> None:
    """Replace the goals of the plan, given by criterion. Goals that are done stay."""
    stored = InductionTasks(plan, by).locked()
    new_goals = {f"{GOAL}{criterion}": text for criterion, text in goals.items()}
    done = set(stored.plan.ticks.filter(undone_at=None).values_list("code", flat=True))
    existing = set(stored.rows.filter(code__startswith=GOAL).values_list("code", flat=True))
    stored.rows.filter(code__in=existing - new_goals.keys() - done).delete()
    TaskChange.objects.bulk_create(
        TaskChange(
            plan=plan,
            code=code,
            is_own=True,
            text=Truncator(text).chars(LONGEST_TASK),
            owner=STARTER,
            group=GOAL_GROUP,
            due=GOAL_DUE,
        )
        for code, text in new_goals.items()
        if code not in existing
    )
    stored.saved(f"Learning tasks from the person specification: {len(new_goals)}")
