"""Times of the year in which many people are away."""

from datetime import date, timedelta

DAYS_IN_A_YEAR = 366
"""So many days hold every one of the year: no more need to be looked at."""


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
