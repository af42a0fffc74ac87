"""Whether a start date is plausible, in sentences for the person who typed it."""

from datetime import date

from kls_portal.calendar.working_days import MONDAY_TO_FRIDAY, WorkingDays
from kls_portal.in_words import plain_date

YEARS_BACK = 1
"""Years in the past that a start may be. House default: a late induction is still planned."""

YEARS_AHEAD = 2
"""Years ahead that a start may be. House default: anything further off is probably a typo."""


def problem_with_start(start: date, today: date) -> str | None:
    """Return a sentence saying why `start` is too far from `today`, or None if it is not."""
    earliest, latest = _same_day(today, -YEARS_BACK), _same_day(today, YEARS_AHEAD)
    if earliest <= start <= latest:
        return None
    return f"The start date must be between {plain_date(earliest)} and {plain_date(latest)}."


def note_on_start(
    start: date,
    calendar: WorkingDays | None = None,
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY,
) -> str | None:
    """Return a sentence saying that day one is a later day, or None if `start` is a day worked.

    weekdays: the days the starter works, Monday 0 to Sunday 6.
    """
    first = (calendar or WorkingDays()).next_day_worked(start, weekdays)
    if first == start:
        return None
    days = "a working day" if weekdays == MONDAY_TO_FRIDAY else "one of the days worked"
    return f"{plain_date(start)} is not {days}. Day one is counted as {plain_date(first)}."


def _same_day(day: date, years: int) -> date:
    """Return the same day of another year; 28 February for 29 February outside leap years."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
