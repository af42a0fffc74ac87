"""The dates of a vacancy's plan, and moving them."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from django.db import transaction
from django.utils.timezone import localdate, now

from kls_portal.calendar.working_days import WorkingDays
from kls_portal.operation.site_version import once_a_version
from kls_portal.plain_values import from_plain, to_plain
from vacancies.planning.models import StepDate, VacancyPlan
from vacancies.planning.rules.lines import Line, lines
from vacancies.planning.rules.moving import Change, Move, Proposal, move, propose
from vacancies.planning.rules.probation_words import Probation, probation_on
from vacancies.planning.rules.step import CALENDAR, WORKING, Planned, Step
from vacancies.planning.rules.step import steps as shipped
from vacancies.planning.rules.timeline import Clash, Timeline, clashes, filled, for_route
from vacancies.planning.services.layers import probation_terms
from vacancies.posts.models import Vacancy
from vacancies.posts.services import touch
from vacancies.recruiting.models.plan import TimelineStep
from vacancies.recruiting.rules.advert_plan import Channel, longest_lead


@once_a_version
def timeline_steps() -> tuple[Step, ...]:
    """Return every step with corrections applied, in at most one query."""
    rows = {row.code: row for row in TimelineStep.objects.in_force()}
    return tuple(rows[step.id].as_value(step) if step.id in rows else step for step in shipped())


DAYS_IN_A_WEEK = 7
NOTICE = "notice"
"""The step at which notice is given; a contract without it has no notice period."""


@dataclass(frozen=True)
class Dates:
    """The dates of a vacancy with everything they are worked out from.

    timeline: the steps that the contract needs; whole: all steps with their stored dates. settings:
    an unsaved row if nothing was set. slowest: the chosen channel with the longest lead time, or
    None. opened: the day the file was opened.
    """

    timeline: Timeline
    whole: Timeline
    settings: VacancyPlan
    slowest: Channel | None
    opened: date

    @cached_property
    def filled(self) -> Timeline:
        """Return the timeline with an assumed day for each step that has none."""
        return filled(self.timeline, self.opened)

    def lines(self, today: date) -> tuple[Line, ...]:
        return lines(self.filled, today, self.opened)

    @property
    def nation(self) -> str:
        return self.timeline.worked.nation

    @property
    def left_out(self) -> tuple[Planned, ...]:
        shown_ids = {row.id for row in self.timeline.rows}
        return tuple(row for row in self.whole.rows if row.id not in shown_ids)

    @property
    def has_notice(self) -> bool:
        """Whether notice is given before the first day."""
        return any(row.id == NOTICE for row in self.timeline.rows)

    @property
    def needed_by(self) -> date | None:
        """Return the day by which the post must be filled, else the start date."""
        return self.settings.needed_by or self.timeline.goal.day

    @property
    def probation(self) -> Probation | None:
        """Return the probation period with the day of the final review, or None."""
        return probation_on(self.timeline)

    @property
    def moved_last(self) -> list[Change]:
        """Return the changes of the last move, without those of steps that are left out."""
        steps = {row.id: row.step for row in self.timeline.rows}
        moves = from_plain(list[tuple[str, date | None, date | None]], self.settings.last_moves)
        return [Change(steps[code], before, day) for code, before, day in moves if code in steps]

    @property
    def digest(self) -> str:
        """Return a digest by which a page can tell whether the dates have changed."""
        rows = [(row.id, row.day, row.done, row.proposed) for row in self.timeline.rows]
        stored = (rows, self.settings.needed_by, self.settings.notice_weeks)
        return hashlib.sha256(repr(stored).encode()).hexdigest()[:16]


def dates_of(vacancy: Vacancy) -> Dates:
    """Return the dates of a vacancy fetched with `for_plan()`."""
    settings = plan_settings(vacancy)
    slowest = longest_lead(row.channel.as_value() for row in vacancy.advert_choices.all())
    stored = {row.code: row for row in settings.step_dates.all()} if settings.pk else {}
    rows = []
    for step in timeline_steps():
        row = stored.get(step.id)
        stored_day = row.day if row else None
        day = getattr(vacancy, step.column) if step.column else stored_day
        proposed, done = (row.proposed, row.done_at is not None) if row else (None, False)
        rows.append(Planned(_for(step, settings, slowest), day, done, proposed))
    terms = probation_terms(vacancy.organisation, vacancy.starts_on)
    whole = Timeline(tuple(rows), terms, WorkingDays(vacancy.organisation.nation))
    of_route, opened = for_route(whole, vacancy.contract), localdate(vacancy.created)
    return Dates(of_route, whole, settings, slowest, opened)


def plan_settings(vacancy: Vacancy) -> VacancyPlan:
    """Return the settings of a vacancy's dates, or an unsaved row if there are none."""
    return getattr(vacancy, "plan", None) or VacancyPlan(vacancy_id=vacancy.pk)


def kept_plan(vacancy: Vacancy) -> VacancyPlan:
    """Return the stored plan of a vacancy, creating it if necessary."""
    return VacancyPlan.objects.get_or_create(vacancy=vacancy)[0]


def changed_at(vacancy: Vacancy) -> datetime:
    """Return the time of the last change to anything the plan's dates depend on."""
    return max(vacancy.changed, plan_settings(vacancy).changed or vacancy.changed)


def proposal_of(dates: Dates, *, move_by_hand: bool = False) -> Proposal | None:
    """Return the proposed dates, or None if there is no day by which the post must be filled."""
    if dates.needed_by is None:
        return None
    needed_by, today = dates.needed_by, localdate()
    return propose(dates.timeline, needed_by, today, opened=dates.opened, move_by_hand=move_by_hand)


def _for(step: Step, settings: VacancyPlan, slowest: Channel | None) -> Step:
    if step.goal and settings.notice_weeks is not None:
        return replace(step, days=settings.notice_weeks * DAYS_IN_A_WEEK, unit=CALENDAR)
    if step.column == "opens_on" and slowest and slowest.lead_days > step.days:
        return replace(step, days=slowest.lead_days, unit=WORKING)
    return step


FIRST_AGAIN = "opens"
"""The step from which a vacancy is re-advertised."""
LAST_BEFORE_AGAIN = ("offer", "interview")
"""Re-advertising is possible once this step is done: the interviews if there is no offer step."""


@transaction.atomic
def move_step(
    *, vacancy: Vacancy, step_id: str, day: date | None, keep_by_hand: bool = False
) -> Move:
    """Move a step and those that depend on it; with problems, nothing is written.

    Fetch the vacancy with `for_plan()`. The moved day counts as set by hand; the days that moved
    with it keep their status.
    """
    dates = dates_of(vacancy)
    moved = move(dates.timeline, step_id, day, keep_by_hand=keep_by_hand)
    as_before = {
        change.step.id
        for change in moved.changes
        if change.step.id != step_id and not dates.timeline.row(change.step.id).by_hand
    }
    _write(vacancy, moved.changes, as_before)
    return moved


@transaction.atomic
def accept_proposal(*, vacancy: Vacancy, move_by_hand: bool = False) -> tuple[Change, ...]:
    """Apply the proposed dates and return the changes; with problems, nothing is written."""
    proposal = proposal_of(dates_of(vacancy), move_by_hand=move_by_hand)
    if proposal is None or proposal.problems:
        return ()
    _write(vacancy, proposal.changes, {change.step.id for change in proposal.changes})
    return proposal.changes


@transaction.atomic
def mark_done(*, vacancy: Vacancy, step_id: str) -> tuple[Clash, ...]:
    """Mark a step as done on its day, or today if that day is in the future or unknown.

    If later steps are already in the past, a step without a day gets the assumed one. Returns the
    conflicting dates, if any, and then writes nothing. A step already done is left unchanged.
    """
    dates, today = dates_of(vacancy), localdate()
    timeline, row = dates.timeline, dates.timeline.row(step_id)
    known = set(clashes(timeline))
    new_clashes: tuple[Clash, ...] = ()
    for on in () if row.done else (row.day, dates.filled.row(step_id).day):
        day = min(on or today, today)
        new_clashes = tuple(one for one in clashes(timeline.on({step_id: day})) if one not in known)
        if not new_clashes:
            changes = (Change(row.step, row.day, day),) if day != row.day else ()
            _write(vacancy, changes, set())
            _store_step(vacancy, step_id, done_at=now())
            touch(vacancy)
            break
    return new_clashes


@transaction.atomic
def mark_not_done(*, vacancy: Vacancy, step_id: str) -> None:
    """Mark a step as not done; its date is kept."""
    StepDate.objects.filter(plan__vacancy=vacancy, code=step_id).update(done_at=None)
    touch(vacancy)


def may_advertise_again(timeline: Timeline) -> bool:
    """Whether the vacancy has progressed far enough to be re-advertised."""
    done = {row.id: row.done for row in timeline.rows}
    return next((done[step_id] for step_id in LAST_BEFORE_AGAIN if step_id in done), False)


@transaction.atomic
def advertise_again(*, vacancy: Vacancy) -> None:
    """Mark the steps from the opening of the advert as not done, so that their dates move again.

    Includes steps that the contract leaves out, which belong to the previous round.
    """
    timeline = dates_of(vacancy).whole
    for row in (timeline.row(FIRST_AGAIN), *timeline.below(FIRST_AGAIN)):
        if row.day or row.done:
            _store_step(vacancy, row.id, done_at=None, proposed=row.day)
    touch(vacancy)


def _write(vacancy: Vacancy, changes: Iterable[Change], worked_out: Collection[str]) -> None:
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
        plan.last_moves = to_plain([(one.step.id, one.before, one.day) for one in changes])
        plan.save(update_fields=["last_moves", "changed"])


def _store_step(vacancy: Vacancy, step_id: str, **values: object) -> None:
    plan = kept_plan(vacancy)
    StepDate.objects.update_or_create(plan=plan, code=step_id, defaults=values)
