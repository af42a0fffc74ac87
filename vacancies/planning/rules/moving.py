"""Moving one date moves what hangs on it. What is done stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kls_portal.calendar.working_days import WorkingDays, days_from
from vacancies.planning.rules.probation import FINAL
from vacancies.planning.rules.step import Planned, Step
from vacancies.planning.rules.timeline import Clash, Timeline, clashes, too_late


@dataclass(frozen=True)
class Change:
    """A date that becomes another one; `before` is None where there was none, `day` for none."""

    step: Step
    before: date | None
    day: date | None


@dataclass(frozen=True)
class Move:
    """What a move comes to: the changes, the moved step first, or why it cannot be."""

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
    """Return what happens when a step moves to `day`; None takes its date away.

    Everything that hangs on it moves by as many days, to a working day, and stays in its order.
    The day of a done step is a fact: to mend it moves nothing else.
    keep_by_hand: leave dates that somebody set. A move that would bring dates into a wrong order
    has problems and no changes. Raises KeyError for a step that is not there.
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
    """Return the working day `days` later, or earlier where negative; at a weekend the next one."""
    nearest = days_from(day, days)
    return worked.next_working_day(nearest) if days > 0 else worked.last_working_day(nearest)


def _in_time(
    timeline: Timeline,
    row: Planned,
    day: date,
    days: Mapping[str, date | None],
    worked: WorkingDays,
) -> date:
    """`day`, or where nobody set it, the one that the clock of probation sets.

    What was set by hand and was in time stays in time.
    """
    moved = timeline.on(days)
    found = moved.clock(worked)
    if found and row.by_hand and row.step.probation == FINAL:
        return day if too_late(timeline, row, worked) else min(day, found.review_by)
    above = (days.get(one.id) for one in timeline.above(row.id))
    return moved.on_clock(row, day, max(filter(None, above), default=day.min), worked)


def _apart(
    timeline: Timeline,
    row: Planned,
    nearest: date,
    days: Mapping[str, date | None],
    worked: WorkingDays,
) -> date:
    """The first working day from `nearest` on that stays behind what moved and was before it."""
    day = _in_time(timeline, row, worked.next_working_day(nearest), days, worked)
    for above in timeline.above(row.id):
        moved = days.get(above.id)
        # A holiday must not bring two days together that were apart.
        apart = moved and above.day and row.day and above.day < row.day
        while apart and moved and day <= moved < date.max:
            day = worked.next_working_day(days_from(day, 1))
    return day
