"""How long an advert has to be open: the numbers of rule D5."""

from datetime import date, timedelta

from vacancies.rulebook.rulebook import number

RULE = "D5"
DAYS_IN_A_YEAR = 366
"""So many days hold every one of the year: no more need to be looked at."""


def least_days() -> int:
    """Return the days that people have to apply, at any time of the year."""
    return number(RULE, "min_days")


def days_needed(opens: date, closes: date) -> int:
    """Return the days needed: more where the advert is open in summer or the festive season."""
    return number(RULE, "holiday_min_days") if touches_holidays(opens, closes) else least_days()


def touches_holidays(first: date, last: date) -> bool:
    """Whether a day from `first` to `last` lies in July, August or 15 December to 5 January."""
    number = min((last - first).days, DAYS_IN_A_YEAR)
    days = (first + timedelta(days=count) for count in range(number + 1))
    return any(
        day.month in (7, 8)
        or (day.month == 12 and day.day >= 15)
        or (day.month == 1 and day.day <= 5)
        for day in days
    )
