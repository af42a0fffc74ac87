"""D23: the interviews are on a bank holiday, at a weekend or in a week full of holidays.

Source: house rule; how few working days make a quiet week is a house default.
"""

from collections.abc import Iterator

from kls_portal.calendar.start_date import written
from kls_portal.calendar.working_days import WorkingDays, days_from, why_not_worked
from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.rulebook.rulebook import number

RULE = "D23"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once there is a day, in the holidays of the organisation's nation."""
    day = file.draft.interview_on
    if day is None:
        return
    worked, place = WorkingDays(file.nation), at_field("interview_on")
    if why_not := why_not_worked(day, file.nation):
        free = written(worked.next_working_day(day))
        about = day.isoformat()
        yield noted(RULE, place, about=about, day=written(day), why_not=why_not, next=free)
        return
    sunday = days_from(day, -day.weekday() - 1)
    days = worked.between(sunday, days_from(sunday, 7))
    if days <= number(RULE, "fewest_days"):
        yield noted(
            RULE,
            place,
            about=f"{day.isoformat()} {days}",
            variant="quiet_week",
            n=days,
            day="",
            why_not="",
            next="",
        )
