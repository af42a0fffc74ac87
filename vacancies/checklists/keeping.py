"""How long a plan is kept."""

from datetime import date

from vacancies.checklists.working_days import days_from

SHORTEST_DAYS = 30
"""A plan made late is kept at least this long from the day it is made. House default."""


def purge_day(start: date, keep_days: int, today: date) -> date:
    """The day a plan is deleted: `keep_days` after the start, never sooner than a month away."""
    return max(days_from(start, keep_days), days_from(today, SHORTEST_DAYS))
