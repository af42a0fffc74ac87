"""The dates of a vacancy."""

from collections.abc import Iterator

from kls_portal.calendar.working_days import WorkingDays, days_from, why_not_worked
from kls_portal.in_words import plain_date
from vacancies.checks.place import PlacedFinding
from vacancies.checks.registry import field_rule
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.drafting.rules.fields import BY_NAME
from vacancies.rulebook.closing import days_needed, least_days
from vacancies.rulebook.rulebook import number


@field_rule("D4")
def closing_date_missing(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D4: no closing date.

    Report once an advert is begun. Source: recruitment and retention guide for KLS managers.
    """
    if file.advert.is_started and file.draft.closes_on is None:
        yield noted("D4", at_field("closes_on"))


def _dates_not_given(file: VacancyFile) -> tuple[str, ...]:
    """Return the names of those of the two dates that are not given."""
    dates = (("opening date", file.draft.opens_on), ("closing date", file.draft.closes_on))
    return tuple(name for name, day in dates if day is None)


@field_rule("D5", missing=_dates_not_given)
def short_time_to_apply(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D5: too little time to apply, especially in summer and around the turn of the year.

    Report once both dates are given and the days between them are too few. Source: recruitment and
    retention guide for KLS managers; the numbers of days are our own suggestions.
    """
    opens, closes = file.draft.opens_on, file.draft.closes_on
    if opens is None or closes is None or closes < opens:
        return
    days, place = (closes - opens).days, at_field("closes_on")
    about = f"{opens.isoformat()} {closes.isoformat()}"
    least = least_days()
    if days < least:
        yield noted("D5", place, about=about, variant="short", n=days, days=least)
    elif days < days_needed(opens, closes):
        yield noted("D5", place, about=about)


@field_rule("D6")
def interview_date_missing(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D6: no interview date.

    Report once an advert is begun. Source: recruitment and retention guide for KLS managers.
    """
    if file.advert.is_started and file.draft.interview_on is None:
        yield noted("D6", at_field("interview_on"))


@field_rule("D7")
def one_interview_date(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D7: only one day for the interviews.

    Report once an advert is begun with an interview date and no alternative. Source: CIPD inclusive
    recruitment guide for managers.
    """
    if not file.advert.is_started or file.draft.interview_on is None:
        return
    if not file.advert.other_interview.strip():
        place = at_field("other_interview")
        yield noted("D7", place, about=file.draft.interview_on.isoformat())


@field_rule("D23")
def interview_day(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D23: the interviews are on a bank holiday, at a weekend or in a week full of holidays.

    Report once there is a date, by the bank holidays of the organisation's nation. Source: house
    rule; how few working days make a quiet week is a house default.
    """
    day = file.draft.interview_on
    if day is None:
        return
    worked, place = WorkingDays(file.nation), at_field("interview_on")
    if why_not := why_not_worked(day, file.nation):
        free = plain_date(worked.next_working_day(day))
        about = day.isoformat()
        yield noted("D23", place, about=about, day=plain_date(day), why_not=why_not, next=free)
        return
    sunday = days_from(day, -day.weekday() - 1)
    days = worked.between(sunday, days_from(sunday, 7))
    if days <= number("D23", "fewest_days"):
        yield noted(
            "D23",
            place,
            about=f"{day.isoformat()} {days}",
            variant="quiet_week",
            n=days,
            day="",
            why_not="",
            next="",
        )


_DATES = ("opens_on", "closes_on", "starts_on")


@field_rule("D24")
def days_not_worked(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D24: the advert opens or closes, or the person starts, on a non-working day.

    Report each such date, by the bank holidays of the organisation's nation. Source: house rule.
    """
    for field in _DATES:
        day = getattr(file.draft, field)
        why_not = why_not_worked(day, file.nation) if day else ""
        if why_not:
            yield noted(
                "D24",
                at_field(field),
                about=f"{field} {day.isoformat()}",
                date=BY_NAME[field].within,
                day=plain_date(day),
                why_not=why_not,
                next=plain_date(WorkingDays(file.nation).next_working_day(day)),
            )
