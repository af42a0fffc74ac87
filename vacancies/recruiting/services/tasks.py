"""The tasks of a vacancy’s plan, and the facts by which some tick themselves."""

from collections.abc import Mapping
from functools import cached_property
from typing import Self

from django.utils.timezone import localdate

from kls_portal.accounts.models import User
from kls_portal.in_words import counted, plain_date
from kls_portal.operation.site_version import once_a_version
from vacancies.planning.models import VacancyPlan
from vacancies.planning.rules.checklist import Anchor, Situation, TaskList, TemplateGroup
from vacancies.planning.rules.layers import Layer, Layers
from vacancies.planning.rules.shipped_tasks import vacancy_tasks
from vacancies.planning.rules.timeline import anchors
from vacancies.planning.services.layers import in_words, layer_of, template_of
from vacancies.planning.services.tasks import FACTS, PlanTasks, register
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import RefusedError
from vacancies.posts.services import touch
from vacancies.recruiting.rules.selection_plan import ASKED
from vacancies.recruiting.services.advert_plan import case_of
from vacancies.recruiting.services.outcomes import current_outcome
from vacancies.recruiting.services.timeline import Dates, dates_of, kept_plan, timeline_steps
from vacancies.rulebook.closing import days_needed

OWN = "Your own tasks"


class VacancyTasks(PlanTasks):
    """The tasks of one vacancy. Fetch it with `for_plan()`."""

    prefix = "own"

    def __init__(self, vacancy: Vacancy, person: User | None = None) -> None:
        self.vacancy, self.person = vacancy, person
        self.plan: VacancyPlan | None = getattr(vacancy, "plan", None)

    @cached_property
    def dates(self) -> Dates:
        return dates_of(self.vacancy)

    def layers(self) -> Layers:
        return Layers(in_words(template_as_written()), plan=self.said())

    def said(self) -> Layer:
        return layer_of(self.plan.changes.all() if self.plan else (), "")

    def situation(self) -> Situation:
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

    @property
    def with_fact(self) -> Mapping[str, str]:
        """Return the slugs of the facts, by the id of the task that they tick."""
        return {row.id: row.fact for row in vacancy_tasks().tasks if row.fact}

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """Return the facts by which tasks tick themselves unless they were reopened."""
        changes = self.plan.changes.all() if self.plan else ()
        reopened = {row.code for row in changes if row.is_reopened}
        known = {slug: FACTS[slug](self.vacancy) for slug in {*self.with_fact.values()}}
        return {
            code: known[slug]
            for code, slug in self.with_fact.items()
            if known[slug] and code not in reopened
        }

    def task_list(self) -> TaskList:
        return TaskList(groups=self.dated(), left_out=self.layers().left_out(self.situation()))

    def locked(self) -> Self:
        """Return the stored tasks, locked. Raises RefusedError if the vacancy no longer exists."""
        rows = Vacancy.objects.select_for_update(of=("self",)).filter(pk=self.vacancy.pk)
        if not rows.exists():
            raise RefusedError("This vacancy is no longer there.")
        kept_plan(self.vacancy)
        return type(self)(Vacancy.objects.for_plan().get(pk=self.vacancy.pk), self.person)

    def saved(self, words: str) -> None:
        touch(self.vacancy)


@once_a_version
def template_as_written() -> tuple[TemplateGroup, ...]:
    """Return the tasks of each milestone before facts are filled in, in at most two queries.

    Tasks out of use are included and marked, so that existing notes on them stay visible.
    """
    milestones = template_of((step.id, step.name) for step in timeline_steps())
    return (*milestones, TemplateGroup("", OWN))


@register("interview-date")
def interview_date(vacancy: Vacancy) -> str:
    """Return a sentence giving the interview date, if it is set."""
    day = vacancy.interview_on
    return f"The interviews are on {plain_date(day)}." if day else ""


@register("time-to-apply")
def time_to_apply(vacancy: Vacancy) -> str:
    """Return a sentence giving the days to apply, if rule D5 is met."""
    opens, closes = vacancy.opens_on, vacancy.closes_on
    if not opens or not closes or (closes - opens).days < days_needed(opens, max(opens, closes)):
        return ""
    return f"People have {(closes - opens).days} days to apply."


@register("flexible-working")
def flexible_working(vacancy: Vacancy) -> str:
    """Return a sentence if the draft says which flexible working is available."""
    return (
        "The draft says what flexible working there is." if vacancy.flexible_working.strip() else ""
    )


@register("outside-nhs")
def channel_outside_the_nhs(vacancy: Vacancy) -> str:
    """Return a sentence naming a chosen channel that reaches people outside the NHS."""
    chosen = (row.channel for row in vacancy.advert_choices.all())
    name = next((channel.name for channel in chosen if channel.beyond_nhs), "")
    return f"You chose {name}, which reaches people outside the NHS." if name else ""


@register("paid-case")
def case_for_a_paid_advert(vacancy: Vacancy) -> str:
    return "The case for a paid advert is written." if case_of(vacancy).reasons.strip() else ""


@register("questions-linked")
def questions_linked(vacancy: Vacancy) -> str:
    """Return a sentence counting the questions, once all are linked to a criterion."""
    linked = [(row.criterion_id, row.method) for row in vacancy.questions.all()]
    if not linked or any(criterion is None for criterion, _ in linked):
        return ""
    asked = {(row.pk, method) for row in vacancy.criteria.all() for method in row.assessed_by}
    asked = {one for one in asked if one[1] in ASKED}
    if asked and asked <= set(linked):
        return f"{counted(len(linked), 'question covers', 'questions cover')} all criteria."
    return f"{counted(len(linked), 'question belongs', 'questions each belong')} to a criterion."


@register("score-guides")
def score_guides(vacancy: Vacancy) -> str:
    """Return a sentence counting the questions, once all have a score guide."""
    rows = list(vacancy.questions.all())
    if not rows or not all(row.one and row.three and row.five for row in rows):
        return ""
    return f"{counted(len(rows), 'question has', 'questions have')} a score guide."


@register("channel-numbers")
def numbers_by_channel(vacancy: Vacancy) -> str:
    """Return a sentence once this round has the applications of every channel of the plan."""
    outcome = current_outcome(vacancy)
    rows = outcome.channels.all() if outcome.pk else ()
    known = {row.channel_id for row in rows if row.applications is not None}
    if not known or any(row.channel_id not in known for row in vacancy.advert_choices.all()):
        return ""
    return f"There are applications counted for {counted(len(known), 'channel')}."
