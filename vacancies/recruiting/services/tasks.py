"""The tasks of a vacancy's plan, attached to its milestones and ticked by people."""

from collections.abc import Mapping
from functools import cached_property
from typing import Self

from django.utils.timezone import localdate

from kls_portal.accounts.models import User
from kls_portal.operation.site_version import once_a_version
from vacancies.planning.facts import FACTS
from vacancies.planning.models import VacancyPlan
from vacancies.planning.rules.checklist import Anchor, Situation, TaskList, TemplateGroup
from vacancies.planning.rules.layers import Layer, Layers
from vacancies.planning.rules.shipped_tasks import vacancy_tasks
from vacancies.planning.rules.timeline import anchors
from vacancies.planning.services.layers import in_words, layer_of, tasks_by_group
from vacancies.planning.services.tasks import PlanTasks
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import RefusedError
from vacancies.posts.services import touch
from vacancies.recruiting.services.timeline import Dates, dates_of, kept_plan, timeline_steps

OWN = "Your own tasks"


class VacancyTasks(PlanTasks):
    """The tasks of one vacancy. Fetch it with `for_plan()`."""

    prefix = "own"

    def __init__(self, vacancy: Vacancy, person: User | None = None) -> None:
        self.vacancy, self.person = vacancy, person
        self.plan: VacancyPlan | None = getattr(vacancy, "plan", None)

    @cached_property
    def dates(self) -> Dates:
        """Return the dates that the tasks count from."""
        return dates_of(self.vacancy)

    def layers(self) -> Layers:
        """Return the template by milestone with the changes made in this vacancy."""
        return Layers(recruiting_template(), plan=self.said())

    def said(self) -> Layer:
        """Return the changes to the template in this vacancy."""
        return layer_of(self.plan.changes.all() if self.plan else (), "")

    def situation(self) -> Situation:
        """Return the situation by which the tasks are tailored."""
        return Situation(
            role=self.vacancy.title,
            band=self.vacancy.offered_band,
            route=self.vacancy.contract,
            start=self.vacancy.starts_on,
            traits=frozenset(self.vacancy.traits),
            nation=self.vacancy.organisation.nation,
            anchors=self._anchors(),
            opened=localdate(self.vacancy.created),
        )

    def _anchors(self) -> Mapping[str, Anchor]:
        """Return the anchors of tasks; a milestone left out takes that of the one it hangs on."""
        by_step = anchors(self.dates.filled)
        for row in self.dates.left_out:
            above = (by_step[one.id] for one in self.dates.whole.above(row.id) if one.id in by_step)
            if anchor := next(above, None):
                by_step[row.id] = anchor
        return by_step

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """Return the facts by which tasks tick themselves unless they were reopened."""
        reopened = {
            row.code for row in (self.plan.changes.all() if self.plan else ()) if row.is_reopened
        }
        rows = [row for row in vacancy_tasks().tasks if row.fact]
        known = {slug: FACTS[slug](self.vacancy) for slug in {row.fact for row in rows}}
        return {
            row.id: known[row.fact] for row in rows if known[row.fact] and row.id not in reopened
        }

    def task_list(self) -> TaskList:
        """Return the dated tasks and those left out."""
        return TaskList(groups=self.dated(), left_out=self.layers().left_out(self.situation()))

    def locked(self) -> Self:
        """Return the stored tasks, locked. Raises RefusedError if the vacancy no longer exists."""
        rows = Vacancy.objects.select_for_update(of=("self",)).filter(pk=self.vacancy.pk)
        if not rows.exists():
            raise RefusedError("This vacancy is no longer there.")
        kept_plan(self.vacancy)
        return type(self)(Vacancy.objects.for_plan().get(pk=self.vacancy.pk), self.person)

    def saved(self, words: str) -> None:
        """Record that the vacancy changed."""
        touch(self.vacancy)


def recruiting_template() -> tuple[TemplateGroup, ...]:
    """Return the tasks of each milestone with current facts filled in, in at most two queries.

    Tasks out of use are included and marked, so that existing notes on them stay visible.
    """
    return in_words(template_as_written())


@once_a_version
def template_as_written() -> tuple[TemplateGroup, ...]:
    """Return the template as its editors left it."""
    tasks = tasks_by_group()
    groups = [
        TemplateGroup(step.id, step.name, tuple(tasks.get(step.id, ())))
        for step in timeline_steps()
    ]
    return (*groups, TemplateGroup("", OWN))
