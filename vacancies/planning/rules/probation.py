"""The legal clock of probation: deadlines to decide, give notice and hold the final review.

The figures of the law are dated facts, with their sources; those here are the fallback where a
fact may not be asserted. Six months of service count for every job that ends on or after
1 January 2027, and where less than the statutory week of notice is given, the law adds it (section
97(2) of the Employment Rights Act 1996). Anyone who started before 1 July 2026 is protected on
1 January 2027. House rules: the end of month 4 or 5, the 28 days, the days for a letter, and
OUR_MONTHS and OUR_NOTICE_WEEKS where an organisation has set no terms.
"""

from dataclasses import dataclass, field
from datetime import date

from kls_portal.calendar.working_days import MONDAY_TO_FRIDAY, WorkingDays, days_from, months_after

OUR_MONTHS, OUR_NOTICE_WEEKS = 5, 2
LATEST_MONTH = 5
"""The final review is due at the end of this month, if that leaves room for notice."""
LEAST_DAYS = 28
"""Minimum days from the final review to the day on which six months are complete."""
WORKING_DAYS_TO_WRITE = 5
"""From the decision to the notice letter, so that HR can read it and it can be handed over."""
FINAL, BEFORE = "final", "before"
"""How the clock dates a task or step: as the final review, or as due no later than it."""
_WEEK = 7
_NORTHERN_IRELAND = "NIR"


@dataclass(frozen=True)
class Law:
    """The figures of the law.

    months: the qualifying service from `in_force` on; months_before: until then. notice_weeks:
    statutory notice, which pay in lieu does not remove. is_lapsed: whether they may no longer be
    asserted. other_law: sentences on other law that affects probation. source: the sources of all
    these statements, with the dates on which they were read.
    """

    in_force: date = date(2027, 1, 1)
    months: int = 6
    months_before: int = 24
    notice_weeks: int = 1
    is_lapsed: bool = False
    other_law: tuple[str, ...] = field(default=(), compare=False)
    source: str = field(default="", compare=False)


LAW = Law()


@dataclass(frozen=True)
class Terms:
    """An organisation's terms: months of probation and weeks of notice; None for our defaults.

    law: the figures of the law by which its clock counts.
    """

    own_months: int | None = None
    own_notice_weeks: int | None = None
    law: Law = LAW

    @property
    def months(self) -> int:
        return self.own_months or OUR_MONTHS

    @property
    def notice_weeks(self) -> int:
        return self.own_notice_weeks or OUR_NOTICE_WEEKS


OUR_TERMS = Terms()


@dataclass(frozen=True)
class Clock:
    """The key dates of one probation.

    complete: the last day of six months of service. protected_from: the day from which the law
    protects the employee. decide_by, notice_by: the last days to decide and to hand over notice to
    be worked; paid_notice_by: the last day for pay in lieu. probation_ends: the last day of
    probation under the organisation's terms. final_review: its default date; review_by: the last
    date for it within five months that leaves room to decide, write and give notice.
    """

    start: date
    nation: str
    terms: Terms
    complete: date
    protected_from: date
    decide_by: date
    notice_by: date
    paid_notice_by: date
    probation_ends: date
    final_review: date
    review_by: date

    @property
    def may_not_apply(self) -> bool:
        """Whether to ask HR if this law applies, as the Act covers Great Britain only."""
        return self.nation == _NORTHERN_IRELAND

    @property
    def policy_is_late(self) -> bool:
        """Whether probation ends after the last day to give notice."""
        return self.probation_ends > self.notice_by

    def leaves_no_room(self, review: date) -> bool:
        """Whether a final review on this day is too late to decide, write and give notice."""
        return review > self.review_by


def clock(
    start: date,
    nation: str = "ENG",
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY,
    terms: Terms = OUR_TERMS,
) -> Clock:
    """Return the clock of somebody who starts on `start`.

    nation: a key of NATIONS. weekdays: the days they work, Monday 0 to Sunday 6, at least one;
    absence does not stop the clock. Months end on the day before the same day of a later month;
    where a month has no such day, the earlier day is taken.
    """
    days, law = WorkingDays(nation), terms.law
    complete = _month_ends(start, law.months)
    protected = _protected_from(start, law)
    last_end = days_from(protected, -1)
    weeks = max(terms.notice_weeks, law.notice_weeks)
    # Notice runs from the day after it is given.
    notice_by = days.last_working_day(days_from(last_end, -weeks * _WEEK), weekdays)
    paid = days.last_working_day(days_from(last_end, -law.notice_weeks * _WEEK), weekdays)
    decide_by = days.last_working_day(days.add(notice_by, -WORKING_DAYS_TO_WRITE), weekdays)
    latest = (decide_by, days_from(complete, -LEAST_DAYS), months_after(start, LATEST_MONTH))
    return Clock(
        start=start,
        nation=nation,
        terms=terms,
        complete=complete,
        protected_from=protected,
        decide_by=decide_by,
        notice_by=notice_by,
        paid_notice_by=paid,
        probation_ends=_month_ends(start, terms.months),
        final_review=_final_review(start, terms, days, weekdays, decide_by),
        review_by=days.last_working_day(min(latest), weekdays),
    )


def _final_review(
    start: date, terms: Terms, days: WorkingDays, weekdays: frozenset[int], decide_by: date
) -> date:
    """Return the last day worked of month 5, or of the latest month that leaves room to decide."""
    for month in range(min(LATEST_MONTH, terms.months), 0, -1):
        day = days.last_working_day(_month_ends(start, month), weekdays)
        if day <= decide_by:
            break
    return day


def _protected_from(start: date, law: Law) -> date:
    """Return the day on which service is long enough under the law of that day."""
    if months_after(start, law.months) >= law.in_force:
        return _month_ends(start, law.months)
    return min(_month_ends(start, law.months_before), law.in_force)


def _month_ends(start: date, months: int) -> date:
    return days_from(months_after(start, months), -1)
