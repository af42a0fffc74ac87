"""The timeline of a vacancy: from its rows to the values that the rules of dates read."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.timezone import localdate

from vacancies.advertising.channel import Channel, longest_lead
from vacancies.checklists.working_days import WorkingDays
from vacancies.models import Vacancy, VacancyTimeline
from vacancies.services.advert_plan import chosen_channels
from vacancies.services.timeline_steps import timeline_steps
from vacancies.timeline.proposal import Proposal, propose
from vacancies.timeline.route import for_route
from vacancies.timeline.spacing import Spacing
from vacancies.timeline.step import CALENDAR, WORKING, Planned, Step
from vacancies.timeline.timeline import Timeline, timeline

DAYS_IN_A_WEEK = 7
NOTICE = "notice"
"""The step at which somebody gives notice: a contract without it has no notice period."""


@dataclass(frozen=True)
class Dates:
    """The dates of a vacancy with all that they are worked out from.

    timeline: the steps that its contract has need of; whole: all of them, with what is stored.
    settings: not stored yet where nobody has said anything. slowest: the chosen channel with the
    longest lead time, None without any.
    """

    timeline: Timeline
    whole: Timeline
    settings: VacancyTimeline
    slowest: Channel | None
    nation: str

    @property
    def worked(self) -> WorkingDays:
        """Return the working days of the organisation's nation."""
        return WorkingDays(self.nation)

    @property
    def left_out(self) -> tuple[Planned, ...]:
        """Return the steps that the contract has no need of, in order."""
        there = {row.id for row in self.timeline.rows}
        return tuple(row for row in self.whole.rows if row.id not in there)

    @property
    def has_notice(self) -> bool:
        """Whether somebody gives notice before the first day."""
        return any(row.id == NOTICE for row in self.timeline.rows)

    @property
    def needed_by(self) -> date | None:
        """Return the day by which somebody is needed; without one, the start date."""
        return self.settings.needed_by or self.timeline.goal.day

    @property
    def digest(self) -> str:
        """Return by what a page knows that the dates are still those it showed."""
        rows = [(row.id, row.day, row.done, row.proposed) for row in self.timeline.rows]
        stored = (rows, self.settings.needed_by, self.settings.notice_weeks)
        return hashlib.sha256(repr(stored).encode()).hexdigest()[:16]


def dates_of(vacancy: Vacancy) -> Dates:
    """Return the dates of a vacancy. Fetch it with `for_timeline()`: two more queries."""
    settings = timeline_settings(vacancy)
    slowest = longest_lead(chosen_channels(vacancy))
    stored = {row.code: row for row in vacancy.step_dates.all()}
    rows = []
    for step in timeline_steps():
        row = stored.get(step.id)
        stored_day = row.day if row else None
        day = getattr(vacancy, step.column) if step.column else stored_day
        proposed, done = (row.proposed, row.done_at is not None) if row else (None, False)
        rows.append(Planned(_for(step, settings, slowest), day, done, proposed))
    whole = timeline(rows)
    found = for_route(whole, vacancy.contract)
    return Dates(found, whole, settings, slowest, vacancy.organisation.nation)


def timeline_settings(vacancy: Vacancy) -> VacancyTimeline:
    """Return what the dates of a vacancy are worked out from; a new value, not stored, if none."""
    return getattr(vacancy, "timeline", None) or VacancyTimeline(vacancy=vacancy)


def changed_at(vacancy: Vacancy) -> datetime:
    """Return when anything last changed that a date of the timeline comes from."""
    return max(vacancy.changed, timeline_settings(vacancy).changed or vacancy.changed)


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


def _for(step: Step, settings: VacancyTimeline, slowest: Channel | None) -> Step:
    """The step with the notice period and the lead time that hold for this vacancy."""
    if step.goal and settings.notice_weeks is not None:
        return replace(step, days=settings.notice_weeks * DAYS_IN_A_WEEK, unit=CALENDAR)
    if step.column == "opens_on" and slowest and slowest.lead_days > step.days:
        return replace(step, days=slowest.lead_days, unit=WORKING)
    return step
