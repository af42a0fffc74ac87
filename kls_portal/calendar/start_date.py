"""Whether a start date makes sense, in sentences for the person who typed it."""

from datetime import date

from kls_portal.calendar.working_days import MONDAY_TO_FRIDAY, WorkingDays

YEARS_BACK = 1
"""How long ago a start may be, in years. House default: a late induction is still planned."""

YEARS_AHEAD = 2
"""How far ahead a start may be, in years. House default: further off is a slip of the pen."""


def problem_with_start(start: date, today: date) -> str | None:
    """A sentence saying what is wrong with `start`, or None if it is near enough to `today`."""
    earliest, latest = _same_day(today, -YEARS_BACK), _same_day(today, YEARS_AHEAD)
    if earliest <= start <= latest:
        return None
    return f"The start date must be between {written(earliest)} and {written(latest)}."


def note_on_start(
    start: date,
    calendar: WorkingDays | None = None,
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY,
) -> str | None:
    """A sentence saying that day one is a later day, or None if `start` is a day they work.

    `weekdays` are the days the starter works, Monday 0 to Sunday 6.
    """
    first = (calendar or WorkingDays()).next_day_worked(start, weekdays)
    if first == start:
        return None
    days = "a working day" if weekdays == MONDAY_TO_FRIDAY else "one of the days worked"
    return f"{written(start)} is not {days}. Day one is counted as {written(first)}."


def _same_day(day: date, years: int) -> date:
    """The same day of another year; 28 February for 29 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def written(day: date) -> str:
    """The date such as "4 January 2027"."""
    # Not "%-d": that is missing on some systems.
    return f"{day.day} {day:%B %Y}"
