"""Times of the year in which many people are away."""

from datetime import date, timedelta


def touches_holidays(first: date, last: date) -> bool:
    """Whether a day from `first` to `last` lies in July, August or 15 December to 5 January."""
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return any(
        day.month in (7, 8)
        or (day.month == 12 and day.day >= 15)
        or (day.month == 1 and day.day <= 5)
        for day in days
    )
