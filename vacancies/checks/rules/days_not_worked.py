"""D24: the advert opens or closes, or the person starts, on a day that is no working day.

Source: house rule.
"""

from collections.abc import Iterator

from kls_portal.calendar.start_date import written
from kls_portal.calendar.working_days import WorkingDays, why_not_worked
from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.drafting.fields import BY_NAME

RULE = "D24"
_DATES = ("opens_on", "closes_on", "starts_on")


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report each of the dates, in the holidays of the organisation's nation."""
    for field in _DATES:
        day = getattr(file.draft, field)
        why_not = why_not_worked(day, file.nation) if day else ""
        if why_not:
            yield noted(
                RULE,
                at_field(field),
                about=f"{field} {day.isoformat()}",
                date=BY_NAME[field].within,
                day=written(day),
                why_not=why_not,
                next=written(WorkingDays(file.nation).next_working_day(day)),
            )
