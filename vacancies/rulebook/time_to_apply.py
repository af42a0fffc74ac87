"""How long an advert has to be open: the numbers of rule D5."""

from datetime import date

from vacancies.rulebook.holidays import touches_holidays
from vacancies.rulebook.rulebook import number

RULE = "D5"


def least_days() -> int:
    """Return the days that people have to apply, at any time of the year."""
    return number(RULE, "min_days")


def days_needed(opens: date, closes: date) -> int:
    """Return the days needed: more where the advert is open in summer or the festive season."""
    return number(RULE, "holiday_min_days") if touches_holidays(opens, closes) else least_days()
