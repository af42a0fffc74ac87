"""The tasks of an induction plan and of an organisation's template."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from django.db import transaction
from django.utils.text import Truncator

from kls_portal.accounts.models import Organisation
from vacancies.induction.models import InductionPlan
from vacancies.induction.services import plans
from vacancies.induction.services.checklists import template
from vacancies.induction.services.due import snapshot_template_in
from vacancies.planning.models import LONGEST_TASK, TaskChange
from vacancies.planning.rules.checklist import STARTER, LeftOut, Situation, TemplateGroup
from vacancies.planning.rules.layers import Layers
from vacancies.planning.services.tasks import PlanTasks, Tasks

GOAL, GOAL_GROUP, GOAL_DUE = "goal-", "month-three", 60
"""The prefix of goal codes, and the group and due day of goals, our own suggestions."""


class InductionTasks(PlanTasks):
    """The tasks of one induction plan; `by` is the role of the person acting."""

    prefix = "plan"
    plan: InductionPlan

    def __init__(self, plan: InductionPlan, by: str = "") -> None:
        self.plan, self.by = plan, by

    def layers(self) -> Layers:
        return plans.layers_of(self.plan)

    def situation(self) -> Situation:
        return plans.situation_of(self.plan)

    def left_out(self) -> tuple[LeftOut, ...]:
        return self.layers().left_out(self.situation())

    def locked(self) -> Self:
        """Return the tasks of the locked plan. Raises RefusedError if it is deleted or finished."""
        return type(self)(plans.locked(self.plan), self.by)

    def saved(self, words: str) -> None:
        plans.snapshot_template(InductionPlan.objects.with_tasks().get(pk=self.plan.pk))
        plans.log_event(self.plan, self.by, words)


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
        return plans.organisation_groups(Organisation.objects.get(pk=self.organisation.pk))

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
