"""D24: the advert opens or closes, or the person starts, on a day that is no working day.

Source: house rule.
"""

from collections.abc import Iterator

from kls_portal.calendar.start_date import written
from kls_portal.calendar.working_days import WorkingDays, why_not_worked
from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at, noted

RULE = "D24"
_DATES = (
    ("Opening date", "opens_on"),
    ("Closing date", "closes_on"),
    ("Start date", "starts_on"),
)


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report each of the dates, in the holidays of the organisation's nation."""
    for name, field in _DATES:
        day = getattr(file.draft, field)
        why_not = why_not_worked(day, file.nation) if day else ""
        if why_not:
            yield noted(
                RULE,
                at("dates", name, field),
                about=f"{field} {day.isoformat()}",
                date=name.lower(),
                day=written(day),
                why_not=why_not,
                next=written(WorkingDays(file.nation).next_working_day(day)),
            )
