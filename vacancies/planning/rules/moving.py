"""Moving a date together with the dates that depend on it. Done steps stay."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kls_portal.calendar.working_days import WorkingDays, days_from
from vacancies.planning.rules.probation import FINAL
from vacancies.planning.rules.step import Planned, Step
from vacancies.planning.rules.timeline import Clash, Timeline, clashes, too_late


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


def move(
    timeline: Timeline,
    step_id: str,
    day: date | None,
    worked: WorkingDays,
    *,
    keep_by_hand: bool = False,
) -> Move:
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
                days[below.id] = _apart(timeline, below, nearest, days, worked)
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


def _in_time(
    timeline: Timeline,
    row: Planned,
    day: date,
    days: Mapping[str, date | None],
    worked: WorkingDays,
) -> date:
    """Return `day`, adjusted to the clock of probation.

    A final review that was set by hand stays in time if it was in time.
    """
    moved = timeline.on(days)
    clock = moved.clock(worked)
    if clock and row.by_hand and row.step.probation == FINAL:
        return day if too_late(timeline, row, worked) else min(day, clock.review_by)
    above = (days.get(one.id) for one in timeline.above(row.id))
    return moved.on_clock(row, day, max(filter(None, above), default=day.min), worked)


def _apart(
    timeline: Timeline,
    row: Planned,
    nearest: date,
    days: Mapping[str, date | None],
    worked: WorkingDays,
) -> date:
    """Return the first working day from `nearest` on that stays after the moved earlier steps."""
    day = _in_time(timeline, row, worked.next_working_day(nearest), days, worked)
    for above in timeline.above(row.id):
        moved = days.get(above.id)
        # A holiday must not bring together two dates that were apart.
        apart = moved and above.day and row.day and above.day < row.day
        while apart and moved and day <= moved < date.max:
            day = worked.next_working_day(days_from(day, 1))
    return day
