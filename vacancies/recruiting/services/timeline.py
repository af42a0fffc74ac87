"""The dates of a vacancy’s plan, and moving them."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from django.db import transaction
from django.utils.timezone import localdate, now

from kls_portal.calendar.working_days import WorkingDays
from kls_portal.operation.site_version import once_a_version
from kls_portal.reference.loading import load_values
from vacancies.planning.models import StepDate, VacancyPlan
from vacancies.planning.rules.lines import Line, lines
from vacancies.planning.rules.moving import Change, Move, move
from vacancies.planning.rules.probation_words import Probation, probation_on
from vacancies.planning.rules.proposal import Proposal, propose
from vacancies.planning.rules.step import CALENDAR, WORKING, Planned, Step
from vacancies.planning.rules.step import steps as shipped
from vacancies.planning.rules.timeline import (
    Clash,
    Spacing,
    Timeline,
    clashes,
    filled,
    for_route,
    timeline,
)
from vacancies.planning.services.layers import probation_terms
from vacancies.posts.models import Vacancy
from vacancies.posts.services import touch
from vacancies.recruiting.models.plan import TimelineStep
from vacancies.recruiting.rules.channel import Channel, longest_lead
from vacancies.recruiting.services.advert_plan import chosen_channels


def load_timeline_steps() -> Iterator[str]:
    """Load the steps that come with the portal, never over an editor's correction."""
    return load_values(TimelineStep, shipped())


@once_a_version
def timeline_steps() -> tuple[Step, ...]:
    """Return every step, as corrected, in one query or none. What has no row is as shipped."""
    rows = {row.code: row for row in TimelineStep.objects.all()}
    return tuple(rows[step.id].as_value(step) if step.id in rows else step for step in shipped())


DAYS_IN_A_WEEK = 7
NOTICE = "notice"
"""The step at which somebody gives notice: a contract without it has no notice period."""


@dataclass(frozen=True)
class Dates:
    """The dates of a vacancy with all that they are worked out from.

    timeline: the steps that its contract has need of; whole: all of them, with what is stored.
    settings: not stored yet where nobody has said anything. slowest: the chosen channel with the
    longest lead time, None without any. opened: the day the file was opened.
    """

    timeline: Timeline
    whole: Timeline
    settings: VacancyPlan
    slowest: Channel | None
    nation: str
    opened: date

    @cached_property
    def filled(self) -> Timeline:
        """Return the timeline with an assumed day for what has none."""
        return filled(self.timeline, Spacing(self.worked), self.opened)

    def lines(self, today: date) -> tuple[Line, ...]:
        """Return a line for each milestone, assumed days among them."""
        return lines(self.filled, today, Spacing(self.worked), self.opened)

    @property
    def worked(self) -> WorkingDays:
        """Return the working days of the organisation's nation."""
        return WorkingDays(self.nation)

    @property
    def left_out(self) -> tuple[Planned, ...]:
        """Return the steps that the contract has no need of, in order."""
        shown_ids = {row.id for row in self.timeline.rows}
        return tuple(row for row in self.whole.rows if row.id not in shown_ids)

    @property
    def has_notice(self) -> bool:
        """Whether somebody gives notice before the first day."""
        return any(row.id == NOTICE for row in self.timeline.rows)

    @property
    def needed_by(self) -> date | None:
        """Return the day by which somebody is needed; without one, the start date."""
        return self.settings.needed_by or self.timeline.goal.day

    @property
    def probation(self) -> Probation | None:
        """Return the clock of probation with the day of the final review; None without one."""
        return probation_on(self.timeline, self.worked)

    @property
    def digest(self) -> str:
        """Return by what a page knows that the dates are still those it showed."""
        rows = [(row.id, row.day, row.done, row.proposed) for row in self.timeline.rows]
        stored = (rows, self.settings.needed_by, self.settings.notice_weeks)
        return hashlib.sha256(repr(stored).encode()).hexdigest()[:16]


def dates_of(vacancy: Vacancy) -> Dates:
    """Return the dates of a vacancy. Fetch it with `for_plan()`."""
    settings = plan_settings(vacancy)
    slowest = longest_lead(chosen_channels(vacancy))
    stored = {row.code: row for row in settings.step_dates.all()} if settings.pk else {}
    rows = []
    for step in timeline_steps():
        row = stored.get(step.id)
        stored_day = row.day if row else None
        day = getattr(vacancy, step.column) if step.column else stored_day
        proposed, done = (row.proposed, row.done_at is not None) if row else (None, False)
        rows.append(Planned(_for(step, settings, slowest), day, done, proposed))
    whole = timeline(rows, probation_terms(vacancy.organisation, vacancy.starts_on))
    found = for_route(whole, vacancy.contract)
    opened = localdate(vacancy.created)
    return Dates(found, whole, settings, slowest, vacancy.organisation.nation, opened)


def plan_settings(vacancy: Vacancy) -> VacancyPlan:
    """Return what the dates of a vacancy are worked out from; a new value, not stored, if none."""
    return getattr(vacancy, "plan", None) or VacancyPlan(vacancy_id=vacancy.pk)


def kept_plan(vacancy: Vacancy) -> VacancyPlan:
    """Return the stored plan of a vacancy, made where there is none."""
    return VacancyPlan.objects.get_or_create(vacancy=vacancy)[0]


def changed_at(vacancy: Vacancy) -> datetime:
    """Return when anything last changed that a date of the plan comes from."""
    return max(vacancy.changed, plan_settings(vacancy).changed or vacancy.changed)


def proposal_of(dates: Dates, *, move_by_hand: bool = False) -> Proposal | None:
    """Return what is proposed; None while nobody has said by when somebody is needed."""
    if dates.needed_by is None:
        return None
    return propose(
        dates.timeline,
        dates.needed_by,
        localdate(),
        Spacing(dates.worked),
        move_by_hand=move_by_hand,
    )


def _for(step: Step, settings: VacancyPlan, slowest: Channel | None) -> Step:
    """The step with the notice period and the lead time that hold for this vacancy."""
    if step.goal and settings.notice_weeks is not None:
        return replace(step, days=settings.notice_weeks * DAYS_IN_A_WEEK, unit=CALENDAR)
    if step.column == "opens_on" and slowest and slowest.lead_days > step.days:
        return replace(step, days=slowest.lead_days, unit=WORKING)
    return step


FIRST_AGAIN = "opens"
"""The step from which a vacancy is advertised again."""
LAST_BEFORE_AGAIN = ("offer", "interview")
"""The step once which is done it may be: where the contract has no offer, the interviews."""


@transaction.atomic
def move_step(
    *, vacancy: Vacancy, step_id: str, day: date | None, keep_by_hand: bool = False
) -> Move:
    """Move a step and what hangs on it. With problems nothing is written.

    Fetch the vacancy with `for_plan()`. A moved day counts as set by hand; what moved with it
    counts as before.
    """
    dates = dates_of(vacancy)
    found = move(dates.timeline, step_id, day, dates.worked, keep_by_hand=keep_by_hand)
    as_before = {
        change.step.id
        for change in found.changes
        if change.step.id != step_id and not dates.timeline.row(change.step.id).by_hand
    }
    _write(vacancy, found.changes, as_before)
    return found


@transaction.atomic
def accept_proposal(*, vacancy: Vacancy, move_by_hand: bool = False) -> tuple[Change, ...]:
    """Take the proposed dates over and return what changed. With problems nothing is written."""
    proposal = proposal_of(dates_of(vacancy), move_by_hand=move_by_hand)
    if proposal is None or proposal.problems:
        return ()
    _write(vacancy, proposal.changes, {change.step.id for change in proposal.changes})
    return proposal.changes


@transaction.atomic
def mark_done(*, vacancy: Vacancy, step_id: str) -> tuple[Clash, ...]:
    """Mark a step as done: on its day, or today where that is still to come.

    Returns the dates that stand in the way; then nothing is written. A step that is done already
    stays as it is.
    """
    timeline = dates_of(vacancy).timeline
    row, today = timeline.row(step_id), localdate()
    if row.done:
        return ()
    day = min(row.day or today, today)
    known = set(clashes(timeline))
    found = tuple(one for one in clashes(timeline.on({step_id: day})) if one not in known)
    if not found:
        changes = (Change(row.step, row.day, day),) if day != row.day else ()
        _write(vacancy, changes, set())
        _store_step(vacancy, step_id, done_at=now())
        touch(vacancy)
    return found


@transaction.atomic
def mark_not_done(*, vacancy: Vacancy, step_id: str) -> None:
    """Take the mark away; the date stays."""
    StepDate.objects.filter(plan__vacancy=vacancy, code=step_id).update(done_at=None)
    touch(vacancy)


def may_advertise_again(timeline: Timeline) -> bool:
    """Whether the vacancy is so far on that somebody may want to begin once more."""
    done = {row.id: row.done for row in timeline.rows}
    return next((done[step_id] for step_id in LAST_BEFORE_AGAIN if step_id in done), False)


@transaction.atomic
def advertise_again(*, vacancy: Vacancy) -> None:
    """Take the marks away from the opening of the advert on, so that these dates move again.

    From steps that the contract leaves out, too: they are of the round before if they come back.
    """
    timeline = dates_of(vacancy).whole
    for row in (timeline.row(FIRST_AGAIN), *timeline.below(FIRST_AGAIN)):
        if row.day or row.done:
            _store_step(vacancy, row.id, done_at=None, proposed=row.day)
    touch(vacancy)


def _write(vacancy: Vacancy, changes: Iterable[Change], worked_out: Collection[str]) -> None:
    """Store the changed days. worked_out: the steps whose day was not set by hand."""
    changes, columns = list(changes), ["changed"]
    for change in changes:
        values = {} if change.step.column else {"day": change.day}
        if change.step.id in worked_out:
            values["proposed"] = change.day
        if values:
            _store_step(vacancy, change.step.id, **values)
        if change.step.column:
            setattr(vacancy, change.step.column, change.day)
            columns.append(change.step.column)
    if changes:
        vacancy.save(update_fields=columns)
        plan = kept_plan(vacancy)
        plan.last_moves = [_json_of_change(change) for change in changes]
        plan.save(update_fields=["last_moves", "changed"])


def _store_step(vacancy: Vacancy, step_id: str, **values: object) -> None:
    plan = kept_plan(vacancy)
    StepDate.objects.update_or_create(plan=plan, code=step_id, defaults=values)


def _json_of_change(change: Change) -> list[str]:
    before, day = (one.isoformat() if one else "" for one in (change.before, change.day))
    return [change.step.id, before, day]
