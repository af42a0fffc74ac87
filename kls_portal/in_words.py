"""Dates and numbers in words, in British order, independent of the locale."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEAR = "January February March April May June July August September October November December"
MONTHS = _YEAR.split()


def long_date(day: date | None) -> str:
    """Return a date such as "Monday 4 January 2027"; "" for none."""
    return f"{DAYS[day.weekday()]} {plain_date(day)}" if day else ""


def plain_date(day: date | None) -> str:
    """Return a date such as "4 January 2027"; "" for none."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def short_date(day: date | None) -> str:
    """Return a date such as "Mon 4 Jan 2027", for tables; "" for none."""
    if day is None:
        return ""
    return f"{DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def plain_number(number: Decimal) -> str:
    """Return a number without zeros at its end: "37.5", "30"."""
    return f"{number.normalize():f}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 duty", "2 texts"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as in a sentence: "a", "a and b", "a, b and c"; "" for none."""
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
