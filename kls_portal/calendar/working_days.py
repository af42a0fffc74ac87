"""Working days in the four UK nations, days that a person works, and plausible start dates."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kls_portal.in_words import plain_date

MONDAY_TO_FRIDAY = frozenset(range(5))

NATIONS = {"ENG": "England", "WLS": "Wales", "SCT": "Scotland", "NIR": "Northern Ireland"}
"""Codes and names of the nations. England and Wales have the same bank holidays."""

HOLIDAYS_OF = {**NATIONS, "ENG": "England and Wales", "WLS": "England and Wales"}
"""Whose bank holidays a nation keeps, in words."""

_KNOWN = range(1872, 2101)
"""The years whose bank holidays the holidays package knows."""
_SATURDAY, _WEEK = 5, 7
_ONE_DAY = timedelta(days=1)


def days_from(day: date, number: int) -> date:
    """Return the day `number` days after `day`, clamped to the range of dates."""
    try:
        return day + timedelta(days=number)
    except OverflowError:
        return date.max if number > 0 else date.min


def months_after(day: date, months: int) -> date:
    """Return the same day of another month, or its last day if shorter; clamped to date.max."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def bank_holidays(nation: str, year: int) -> frozenset[date]:
    """Return the bank holidays of `nation` (a key of NATIONS) in `year`, with substitute days."""
    return _known_holidays(nation, year) if year in _KNOWN else frozenset()


@lru_cache(maxsize=512)
def _known_holidays(nation: str, year: int) -> frozenset[date]:
    # Imported here: the package takes a tenth of a second, and most requests do not need it.
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv=nation, years=year))


@dataclass(frozen=True)
class WorkingDays:
    """The working days of one nation (a key of NATIONS); England and Wales by default."""

    nation: str = "ENG"

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < _SATURDAY and day not in bank_holidays(self.nation, day.year)

    def next_working_day(self, day: date, weekdays: frozenset[int] = MONDAY_TO_FRIDAY) -> date:
        """Return the first day from `day` on that is one of `weekdays` and not a bank holiday.

        weekdays: Monday 0 to Sunday 6; a person may work at weekends. Raises ValueError if empty.
        """
        if not weekdays:
            raise ValueError("Someone works on at least one day of the week.")
        while day.weekday() not in weekdays or day in bank_holidays(self.nation, day.year):
            day += _ONE_DAY
        return day

    def last_working_day(self, day: date, weekdays: frozenset[int] = MONDAY_TO_FRIDAY) -> date:
        """Return the last day up to `day` that is one of `weekdays` and not a bank holiday."""
        while day.weekday() not in weekdays or day in bank_holidays(self.nation, day.year):
            day -= _ONE_DAY
        return day

    def between(self, first: date, last: date) -> int:
        """Return how many working days fall after `first`, up to and including `last`, or 0."""
        weeks, rest = divmod(max((last - first).days, 0), _WEEK)
        weekdays = weeks * _SATURDAY + sum(
            (last - timedelta(days=count)).weekday() < _SATURDAY for count in range(rest)
        )
        years = range(max(first.year, _KNOWN.start), min(last.year + 1, _KNOWN.stop))
        return weekdays - sum(
            first < day <= last and day.weekday() < _SATURDAY
            for year in years
            for day in bank_holidays(self.nation, year)
        )

    def add(self, start: date, number: int) -> date:
        """Return the working day `number` working days after day one, or before it if negative.

        Day one (number 0) is `start`, or the next working day if it is not one.
        """
        day = self.next_working_day(start)
        step = 1 if number > 0 else -1
        for _ in range(abs(number)):
            day = days_from(day, step)
            while not self.is_working_day(day):
                day = days_from(day, step)
        return day


def why_not_worked(day: date, nation: str) -> str:
    """Return words such as "a Saturday" or "a bank holiday in Scotland"; "" for a working day.

    Source of the holidays: see `working_days`. nation: a key of NATIONS.
    """
    if day in bank_holidays(nation, day.year):
        return f"a bank holiday in {HOLIDAYS_OF[nation]}"
    return "" if WorkingDays(nation).is_working_day(day) else f"a {day:%A}"


def note_on_start(
    start: date,
    calendar: WorkingDays | None = None,
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY,
) -> str | None:
    """Return a sentence saying that day one is a later day, or None if `start` is a day worked.

    weekdays: the days the starter works, Monday 0 to Sunday 6.
    """
    first = (calendar or WorkingDays()).next_working_day(start, weekdays)
    if first == start:
        return None
    days = "a working day" if weekdays == MONDAY_TO_FRIDAY else "one of the days worked"
    return f"{plain_date(start)} is not {days}. Day one is counted as {plain_date(first)}."
