"""Moving a date together with the dates that depend on it. Done steps stay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kls_portal.calendar.working_days import WorkingDays, days_from
from vacancies.planning.rules.probation import FINAL
from vacancies.planning.rules.step import Planned, Step
from vacancies.planning.rules.timeline import Clash, Timeline, clashes, short_of, too_late


@dataclass(frozen=True)
class Change:
    """A change of a step's date; `before` or `day` is None for no date."""

    step: Step
    before: date | None
    day: date | None


@dataclass(frozen=True)
class Move:
    """The result of a move: the changes, the moved step first, or why it is impossible."""

    changes: tuple[Change, ...]
    problems: tuple[Clash, ...] = ()


def move(timeline: Timeline, step_id: str, day: date | None, *, keep_by_hand: bool = False) -> Move:
    """Return the result of moving a step to `day`; None removes its date.

    All steps that depend on it move by the same number of days, to a working day, and keep their
    order. The date of a done step is a fact: correcting it moves nothing else. keep_by_hand: leave
    dates that somebody set. A move that would put dates in the wrong order has problems and no
    changes. Raises KeyError for an unknown step.
    """
    row = timeline.row(step_id)
    days: dict[str, date | None] = {step_id: day}
    if row.day and day and not row.done:
        for below in timeline.below(step_id):
            if below.day and not below.done and not (keep_by_hand and below.by_hand):
                nearest = days_from(below.day, (day - row.day).days)
                days[below.id] = _apart(timeline, below, nearest, days)
    known = set(clashes(timeline))
    problems = tuple(one for one in clashes(timeline.on(days)) if one not in known)
    if problems:
        return Move((), problems)
    return Move(
        tuple(
            Change(one.step, one.day, days[one.id])
            for one in timeline.rows
            if one.id in days and days[one.id] != one.day
        )
    )


def step_aside(day: date, days: int, worked: WorkingDays) -> date:
    """Return the day `days` later, or earlier if negative, or the next working day that way."""
    nearest = days_from(day, days)
    return worked.next_working_day(nearest) if days > 0 else worked.last_working_day(nearest)


def _in_time(timeline: Timeline, row: Planned, day: date, days: Mapping[str, date | None]) -> date:
    """Return `day`, adjusted to the clock of probation.

    A final review that was set by hand stays in time if it was in time.
    """
    moved = timeline.on(days)
    clock = moved.clock
    if clock and row.by_hand and row.step.probation == FINAL:
        return day if too_late(timeline, row) else min(day, clock.review_by)
    above = (days.get(one.id) for one in timeline.above(row.id))
    return moved.on_clock(row, day, max(filter(None, above), default=day.min))


def _apart(
    timeline: Timeline, row: Planned, nearest: date, days: Mapping[str, date | None]
) -> date:
    day = _in_time(timeline, row, timeline.worked.next_working_day(nearest), days)
    for above in timeline.above(row.id):
        moved = days.get(above.id)
        # A holiday must not bring together two dates that were apart.
        apart = moved and above.day and row.day and above.day < row.day
        while apart and moved and day <= moved < date.max:
            day = timeline.worked.next_working_day(days_from(day, 1))
    return day


DONE, BY_HAND, PASSED, FREE = "done", "by-hand", "passed", "free"
"""Why a date stays (the step is done, set by hand, or passed by a done one), or FREE to move."""


@dataclass(frozen=True)
class Proposed:
    """The proposal for one step.

    day: the proposed date; latest: the last possible date, None after the goal and for a fact.
    why: DONE, BY_HAND, PASSED or FREE. is_short: whether fewer days than planned lie before it.
    """

    step: Step
    now: date | None
    day: date | None
    latest: date | None
    why: str
    is_short: bool = False

    @property
    def is_late(self) -> bool:
        """Whether its proposed date is after the last possible one."""
        return bool(
            self.latest and self.day and self.day > self.latest and self.why in (BY_HAND, FREE)
        )


@dataclass(frozen=True)
class Proposal:
    """A proposed date for every step.

    problems: conflicts between dates. earliest_start: the first day on which somebody can start if
    every step takes its planned days; None once somebody has started.
    """

    needed_by: date
    rows: tuple[Proposed, ...]
    problems: tuple[Clash, ...]
    earliest_start: date | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(
            Change(row.step, row.now, row.day)
            for row in self.rows
            if row.why == FREE and row.day != row.now
        )

    @property
    def days_late(self) -> int:
        """Return how many days after `needed_by` the earliest start is."""
        start = self.earliest_start
        return max((start - self.needed_by).days, 0) if start else 0

    @property
    def first_late(self) -> Proposed | None:
        """Return the opening of the advert if it is late, else the first late step."""
        late = [row for row in self.rows if row.is_late]
        opening = (row for row in late if row.step.column == "opens_on")
        return next(opening, late[0] if late else None)


def propose(
    timeline: Timeline, needed_by: date, today: date, *, opened: date, move_by_hand: bool = False
) -> Proposal:
    """Return a date for every step, so that somebody starts by `needed_by` if possible.

    Each step gets its last possible date or, if that has passed, the first that is still possible.
    Done steps stay, and so do dates set by hand unless `move_by_hand`. A step that is a fact gets
    no date, but what follows it counts from the day on which the file was `opened`.
    """
    facts = {row.id: row.day for row in timeline.rows if row.step.fact}
    first = min([opened, *(row.day for row in timeline.rows if row.day)])
    timeline = timeline.on({step_id: day or first for step_id, day in facts.items()})
    why = {row.id: _why(timeline, row, move_by_hand) for row in timeline.rows}
    latest = _backwards(timeline, needed_by, why)
    days = _forwards(timeline, today, why, latest)
    after = timeline.on(days)
    rows = tuple(
        Proposed(
            row.step,
            facts.get(row.id, row.day),
            facts.get(row.id, days[row.id]),
            latest.get(row.id),
            why[row.id],
            why[row.id] == FREE and short_of(after, after.row(row.id)) is not None,
        )
        for row in timeline.rows
    )
    return Proposal(needed_by, rows, clashes(after), _earliest_start(after, today, why))


def _why(timeline: Timeline, row: Planned, move_by_hand: bool) -> str:
    if row.done:
        return DONE
    if any(below.done for below in timeline.below(row.id)):
        return PASSED
    if row.by_hand and (not move_by_hand or row.step.fact):
        return BY_HAND
    return FREE


def _backwards(timeline: Timeline, needed_by: date, why: Mapping[str, str]) -> dict[str, date]:
    """Return the last possible date of the goal and of each step that it depends on.

    A date that stays limits the steps before it, unless it is too late itself.
    """
    goal = timeline.goal
    latest = {goal.id: timeline.worked.last_working_day(needed_by)}
    below = goal
    for row in timeline.above(goal.id):
        bound = latest[below.id]
        if why[below.id] in (DONE, BY_HAND) and below.day:
            bound = min(bound, below.day)
        if not row.step.fact:
            latest[row.id] = timeline.latest(below.step, bound)
        below = row
    return latest


def _forwards(
    timeline: Timeline, today: date, why: Mapping[str, str], latest: Mapping[str, date]
) -> dict[str, date | None]:
    """Return the last possible date of each step, or a later one if that is past or too early.

    Too early means too close to the step before.
    """
    days: dict[str, date | None] = {}
    for row in timeline.rows:
        if why[row.id] != FREE or row.step.fact:
            days[row.id] = row.day
            continue
        floor = max(latest.get(row.id, today), today)
        nearest = next((above.id for above in timeline.above(row.id) if days[above.id]), "")
        before = days.get(nearest)
        if before and nearest == row.step.after:
            day = timeline.earliest(before, row.step, floor)
        else:
            day = timeline.worked.next_working_day(max(floor, before or floor))
        earliest = max(before or today, today)
        day = timeline.on(days).on_clock(row, day, earliest)
        stays = [one for one in timeline.below(row.id) if why[one.id] == BY_HAND]
        days[row.id] = _before(stays, row, day, earliest, timeline.worked)
    return days


def _before(
    stays: Sequence[Planned], row: Planned, day: date, floor: date, worked: WorkingDays
) -> date:
    """Return `day`, or an earlier date from `floor` on if it would come after a date that stays."""
    bounds = [
        days_from(one.day, -bool(row.step.column and one.step.column)) for one in stays if one.day
    ]
    bound = worked.last_working_day(min(bounds, default=day))
    return bound if floor <= bound < day else day


def _earliest_start(timeline: Timeline, today: date, why: Mapping[str, str]) -> date | None:
    """Return the first date of the goal that leaves every step its days, from the proposal."""
    goal = timeline.goal
    if why[goal.id] in (DONE, PASSED):
        return None
    day = None
    for row in (*reversed(timeline.above(goal.id)), goal):
        floor = max(row.day or today, today)
        if row.step.fact or why[row.id] in (DONE, PASSED):
            day = row.day or day
        elif day is None:
            day = timeline.worked.next_working_day(floor)
        else:
            day = timeline.earliest(day, row.step, floor)
    return day
