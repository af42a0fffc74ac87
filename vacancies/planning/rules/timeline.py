"""A timeline: its steps in order, by route, and the spacing between them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from kls_portal.calendar.working_days import WorkingDays, days_from
from kls_portal.in_words import plain_date
from vacancies.planning.rules.checklist import Anchor
from vacancies.planning.rules.probation import FINAL, OUR_TERMS, Clock, Terms, clock
from vacancies.planning.rules.step import ADVERT, WORKING, Planned, Step, steps
from vacancies.rulebook.closing import days_needed, least_days

ENGLAND = WorkingDays()


@dataclass(frozen=True)
class Timeline:
    """The steps of a vacancy. Each step comes after the one it depends on.

    terms: the organisation's terms of probation. worked: the days on which it works; every date
    that is calculated is one of them.
    """

    rows: tuple[Planned, ...]
    terms: Terms = OUR_TERMS
    worked: WorkingDays = ENGLAND

    @cached_property
    def _by_id(self) -> Mapping[str, Planned]:
        return {row.id: row for row in self.rows}

    def row(self, step_id: str) -> Planned:
        """Return the row of a step. Raises KeyError if there is none."""
        return self._by_id[step_id]

    @property
    def goal(self) -> Planned:
        return next(row for row in self.rows if row.step.goal)

    def above(self, step_id: str) -> tuple[Planned, ...]:
        """Return the steps that a step depends on, directly or not, nearest first."""
        steps, step = [], self.row(step_id).step
        while step.after in self._by_id:
            steps.append(self._by_id[step.after])
            step = steps[-1].step
        return tuple(steps)

    def below(self, step_id: str) -> tuple[Planned, ...]:
        """Return the steps that depend on a step, directly or not, in order."""
        reached = {step_id}
        for row in self.rows:
            if row.step.after in reached:
                reached.add(row.id)
        return tuple(row for row in self.rows if row.id in reached and row.id != step_id)

    def on(self, days: Mapping[str, date | None]) -> "Timeline":
        """Return the timeline with other dates for some steps; nothing else of them changes."""
        rows = tuple(replace(row, day=days.get(row.id, row.day)) for row in self.rows)
        return replace(self, rows=rows)

    @property
    def clock(self) -> Clock | None:
        """Return the clock of probation; None without a start date or a final review."""
        start, nation = self.goal.day, self.worked.nation
        has_final_review = any(row.step.probation == FINAL for row in self.rows)
        return clock(start, nation, terms=self.terms) if start and has_final_review else None

    def on_clock(self, row: Planned, day: date, floor: date) -> date:
        """Return the date that the clock of probation sets for a step, or `day` if it sets none.

        The final review is due on the clock's day, but not before `floor`; a step marked BEFORE
        is due no later than the review.
        """
        clock = self.clock if row.step.probation else None
        if clock is None:
            return day
        review = max(clock.final_review, self.worked.next_working_day(floor))
        return review if row.step.probation == FINAL else min(day, review)

    def fits(self, before: date, step: Step, day: date) -> bool:
        """Whether a step may be on `day` if the step it depends on is on `before`."""
        if step.unit == ADVERT:
            return (day - before).days >= max(step.days, days_needed(before, max(before, day)))
        if step.unit == WORKING:
            return day >= before and self.worked.between(before, day) >= step.days
        return (day - before).days >= step.days

    def earliest(self, before: date, step: Step, not_before: date | None = None) -> date:
        """Return the first working day, from `not_before` on, that fits."""
        day = max(days_from(before, self._least(step)), not_before or before)
        day = self.worked.next_working_day(day)
        while not self.fits(before, step, day) and day < date.max:
            day = self.worked.next_working_day(days_from(day, 1))
        return day

    def latest(self, step: Step, day: date) -> date:
        """Return the last working day for the step that `step`, on `day`, depends on."""
        before = self.worked.last_working_day(days_from(day, -self._least(step)))
        while not self.fits(before, step, day) and before > date.min:
            before = self.worked.last_working_day(days_from(before, -1))
        return before

    @staticmethod
    def _least(step: Step) -> int:
        # A number of working days spans at least as many calendar days.
        return max(step.days, least_days()) if step.unit == ADVERT else step.days


def filled(timeline: Timeline, opened: date) -> Timeline:
    """Return the timeline with an assumed date for each step that has none.

    It is the latest date that leaves the following dates in place, or else, as always after the
    goal, the earliest after the preceding one; never out of order, and not before the file was
    opened. Steps that happen by themselves are assumed on the day it was opened. A timeline without
    dates is returned unchanged.
    """
    dated = [row for row in timeline.rows if row.day]
    if not dated:
        return timeline
    days: dict[str, date | None] = {row.id: row.day for row in timeline.rows}
    after_goal = timeline.below(timeline.goal.id) if timeline.goal.day else ()
    for row in reversed(timeline.rows):
        if row.day or row in after_goal:
            continue
        below = [one for one in timeline.rows if one.step.after == row.id and days[one.id]]
        if below:
            days[row.id] = min(timeline.latest(one.step, days[one.id] or opened) for one in below)
    for row in timeline.rows:
        if row.day is None:
            days[row.id] = _assumed(timeline, row, days, opened)
    rows = tuple(
        replace(row, day=days[row.id], assumed=row.day is None and days[row.id] is not None)
        for row in timeline.rows
    )
    return replace(timeline, rows=rows)


def _assumed(
    timeline: Timeline, row: Planned, days: Mapping[str, date | None], opened: date
) -> date | None:
    rows = ((one, days[one.id]) for one in timeline.above(row.id))
    nearest, above = next(((one, day) for one, day in rows if day), (None, None))
    if nearest and above and nearest.step.goal:
        above = timeline.worked.next_working_day(above)  # as an induction counts from it
    day = days[row.id]
    if day is None and above:
        day = timeline.earliest(above, row.step)
        day = timeline.on(days).on_clock(row, day, max(above, opened))
    if day is None:
        return None
    stays = [one.day for one in timeline.below(row.id) if one.day]
    first = timeline.worked.next_working_day(max(day, opened, above or opened))
    return min([opened if row.step.fact else first, *stays])


def anchors(timeline: Timeline) -> dict[str, Anchor]:
    """Return the anchors of tasks by step id, limited by the dates of the neighbouring steps."""
    by_step = {}
    for row in timeline.rows:
        if row.day:
            above = (one.day for one in timeline.above(row.id) if one.day)
            below = [one.day for one in timeline.rows if one.step.after == row.id and one.day]
            latest = max(row.day, min(below)) if below else None
            by_step[row.id] = Anchor(row.day, row.day, next(above, None), latest)
    return by_step


def too_late(timeline: Timeline, row: Planned) -> date | None:
    """Return the last possible day for an open final review if it is planned too late, else None.

    Too late means that it leaves no room for notice.
    """
    clock = timeline.clock if row.step.probation == FINAL and not row.done else None
    return clock.review_by if clock and row.day and clock.leaves_no_room(row.day) else None


def short_of(timeline: Timeline, row: Planned) -> Step | None:
    """Return the step that an open step depends on, if fewer days than planned lie between them.

    None otherwise, including for a wrong order and for the time to apply, which rule D5 checks.
    """
    if row.done or not row.day or not row.step.after or row.step.unit == ADVERT:
        return None
    above = timeline.row(row.step.after)
    near = above.day and above.day <= row.day and not timeline.fits(above.day, row.step, row.day)
    return above.step if near else None


def for_route(whole: Timeline, route: str) -> Timeline:
    """Return the timeline of a vacancy with this contract (a value of Vacancy.Contract, or "")."""
    return _only(whole, lambda step: step.is_for(route))


def of_own_dates(days: Mapping[str, date | None]) -> Timeline:
    """Return the timeline of only the vacancy's own dates. days: by column; may omit some."""
    rows = tuple(Planned(step, days.get(step.column)) for step in steps())
    return _only(Timeline(rows), lambda step: bool(step.column))


def _only(whole: Timeline, keeps: Callable[[Step], bool]) -> Timeline:
    instead: dict[str, str] = {}
    kept = []
    for row in whole.rows:
        after = instead.get(row.step.after, row.step.after)
        if keeps(row.step):
            if after != row.step.after:
                gap = row.step.gap_days
                days = row.step.days if gap is None else gap
                row = replace(row, step=replace(row.step, after=after, days=days))
            kept.append(row)
        else:
            instead[row.id] = after
    return replace(whole, rows=tuple(kept))


@dataclass(frozen=True)
class Clash:
    """A step whose date is not after that of a step it depends on."""

    step: Step
    day: date
    above: Step
    above_day: date

    @property
    def sentence(self) -> str:
        return (
            f"“{self.step.name}” on {plain_date(self.day)} "
            f"must come after “{self.above.name}” on {plain_date(self.above_day)}."
        )


def clashes(timeline: Timeline) -> tuple[Clash, ...]:
    """Return each step that is dated before a step it depends on.

    Two steps may share a date, unless both are the vacancy's own dates and neither is assumed.
    """
    by_row = (_clash(timeline, row) for row in timeline.rows)
    return tuple(one for one in by_row if one)


def _clash(timeline: Timeline, row: Planned) -> Clash | None:
    if row.day is None:
        return None
    for above in timeline.above(row.id):
        both = row.step.column and above.step.column and not (row.assumed or above.assumed)
        if above.day and (above.day > row.day or (both and above.day == row.day)):
            return Clash(row.step, row.day, above.step, above.day)
    return None
