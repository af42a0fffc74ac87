"""Months of the calendar. Pure."""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a month that is shorter.

    Raises OverflowError past the year 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        raise OverflowError(f"{months} months after {day} is past the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
