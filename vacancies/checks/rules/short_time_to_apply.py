"""D5: too little time to apply, above all in summer and around the turn of the year.

Source: recruitment and retention guide for KLS managers; the numbers of days are house defaults.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.rulebook.closing import days_needed, least_days

RULE = "D5"


def missing(file: VacancyFile) -> tuple[str, ...]:
    """Return which of the two dates is not given."""
    dates = (("opening date", file.draft.opens_on), ("closing date", file.draft.closes_on))
    return tuple(name for name, day in dates if day is None)


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once both dates are there and the days between them are too few."""
    opens, closes = file.draft.opens_on, file.draft.closes_on
    if opens is None or closes is None or closes < opens:
        return
    days, place = (closes - opens).days, at_field("closes_on")
    about = f"{opens.isoformat()} {closes.isoformat()}"
    least = least_days()
    if days < least:
        yield noted(RULE, place, about=about, variant="short", n=days, days=least)
    elif days < days_needed(opens, closes):
        yield noted(RULE, place, about=about)
