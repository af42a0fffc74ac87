"""The dates of a vacancy."""

from collections.abc import Iterator

from kls_portal.calendar.working_days import WorkingDays, days_from
from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, field_missing, field_rule, noted
from vacancies.drafting.rules.fields import BY_NAME
from vacancies.rulebook.closing import day_off, too_short
from vacancies.rulebook.rulebook import number

field_missing("D4", "closes_on")
field_missing("D6", "interview_on")


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
    if (short := too_short(opens, closes)) is not None:
        about = f"{opens.isoformat()} {closes.isoformat()}"
        yield noted("D5", at_field("closes_on"), about=about, **short)


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
    place = at_field("interview_on")
    if off := day_off(day, file.nation):
        yield noted("D23", place, about=day.isoformat(), **off)
        return
    sunday = days_from(day, -day.weekday() - 1)
    days = WorkingDays(file.nation).between(sunday, days_from(sunday, 7))
    if days <= number("D23", "fewest_days"):
        about, unsaid = f"{day.isoformat()} {days}", dict.fromkeys(("day", "why_not", "next"), "")
        yield noted("D23", place, about=about, variant="quiet_week", n=days, **unsaid)


_DATES = ("opens_on", "closes_on", "starts_on")


@field_rule("D24")
def days_not_worked(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D24: the advert opens or closes, or the person starts, on a non-working day.

    Report each such date, by the bank holidays of the organisation's nation. Source: house rule.
    """
    for field in _DATES:
        day = getattr(file.draft, field)
        if off := day_off(day, file.nation) if day else {}:
            about, name = f"{field} {day.isoformat()}", BY_NAME[field].within
            yield noted("D24", at_field(field), about=about, date=name, **off)
