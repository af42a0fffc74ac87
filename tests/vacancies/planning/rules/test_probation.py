"""The legal clock of probation: invariants for every start date, and known dates."""

from datetime import date, timedelta
from functools import cache
from itertools import combinations

import pytest

from kls_portal.calendar.working_days import (
    MONDAY_TO_FRIDAY,
    NATIONS,
    WorkingDays,
    bank_holidays,
    months_after,
)
from tests.each import each
from vacancies.planning.rules import probation
from vacancies.planning.rules.probation import Law, Terms, clock
from vacancies.planning.rules.probation_words import Probation

FIRST, LAST = date(2026, 7, 1), date(2030, 12, 31)
EVERY_SET = [frozenset(days) for size in range(1, 8) for days in combinations(range(7), size)]
FEW_SETS = [MONDAY_TO_FRIDAY, frozenset({0}), frozenset({4}), frozenset({5, 6})]


def starts(step):
    return (FIRST + timedelta(days=n) for n in range(0, (LAST - FIRST).days + 1, step))


def assert_holds(found, weekdays):
    """Assert the invariants of every clock under the six-month law."""
    assert found.start < found.final_review <= found.decide_by < found.notice_by
    assert found.notice_by <= found.paid_notice_by < found.complete <= found.protected_from
    assert (found.complete - found.final_review).days >= 28
    assert found.final_review < months_after(found.start, 5)
    # Worked notice, and pay with the statutory week added, both end before six months do.
    notice = timedelta(weeks=found.terms.notice_weeks)
    assert found.notice_by + notice < found.complete
    assert found.paid_notice_by + timedelta(weeks=1) < found.complete
    for day in (found.final_review, found.decide_by, found.notice_by, found.paid_notice_by):
        assert day.weekday() in weekdays
        assert day not in bank_holidays(found.nation, day.year)
    assert not found.leaves_no_room(found.final_review)
    assert found.may_not_apply == (found.nation == "NIR")


@pytest.mark.thorough
@pytest.mark.parametrize("nation", NATIONS)
def test_every_start_on_every_set_of_weekdays(nation, monkeypatch):
    # 209,000 clocks ask for the same days again and again.
    monkeypatch.setattr(WorkingDays, "last_working_day", cache(WorkingDays.last_working_day))
    monkeypatch.setattr(probation, "months_after", cache(months_after))
    for start in starts(1):
        for weekdays in EVERY_SET:
            assert_holds(clock(start, nation, weekdays), weekdays)


@pytest.mark.parametrize("notice", [1, 2, 4])
@pytest.mark.parametrize("nation", NATIONS)
def test_some_starts_on_some_sets_of_weekdays(nation, notice):
    for start in starts(13):
        for weekdays in FEW_SETS:
            assert_holds(clock(start, nation, weekdays, Terms(own_notice_weeks=notice)), weekdays)


@each(
    "start, complete, notice_by, paid_notice_by, final_review",
    [
        ("2026-07-01", "2026-12-31", "2026-12-16", "2026-12-23", "2026-11-30"),
        ("2026-08-31", "2027-02-27", "2027-02-12", "2027-02-19", "2027-01-29"),
        ("2026-09-01", "2027-02-28", "2027-02-12", "2027-02-19", "2027-01-29"),
        ("2027-01-04", "2027-07-03", "2027-06-18", "2027-06-25", "2027-06-03"),
        ("2028-02-29", "2028-08-28", "2028-08-11", "2028-08-18", "2028-07-28"),
    ],
)
def test_known_days(start, complete, notice_by, paid_notice_by, final_review):
    found = clock(date.fromisoformat(start))
    days = (found.complete, found.notice_by, found.paid_notice_by, found.final_review)
    assert [day.isoformat() for day in days] == [complete, notice_by, paid_notice_by, final_review]


@pytest.mark.parametrize(
    ("start", "protected_from"),
    [
        ("2026-07-02", "2027-01-01"),
        ("2026-07-01", "2026-12-31"),
        ("2026-06-30", "2027-01-01"),
        ("2025-01-02", "2027-01-01"),
        ("2024-12-01", "2026-11-30"),
    ],
    ids=["six months", "first under six", "before", "two years on that day", "two years earlier"],
)
def test_who_started_before_july_2026_is_protected_when_the_law_changes(start, protected_from):
    assert clock(date.fromisoformat(start)).protected_from == date.fromisoformat(protected_from)


@each("start, later", [("2025-01-02", ["protected"]), ("2027-01-04", [])])
def test_the_dates_stand_in_their_order_and_protection_only_where_it_is_another_day(start, later):
    counted = clock(date.fromisoformat(start))
    rows = Probation(counted, counted.final_review).rows
    days = [row.day for row in rows]
    assert days == sorted(days)
    slugs = {"review", "ends", "decide", "notice", "paid", "complete", *later}
    assert {row.slug for row in rows} == slugs
    assert len(rows) == len(slugs)


def test_the_law_is_that_of_the_terms():
    found = clock(
        date(2029, 1, 1), terms=Terms(law=Law(in_force=date(2028, 1, 1), months=3, notice_weeks=2))
    )
    assert found.protected_from == date(2029, 3, 31)
    assert found.paid_notice_by + timedelta(weeks=2) < found.protected_from


@each("notice, month", [(1, 5), (2, 5), (4, 4), (8, 3)])
def test_longer_notice_brings_the_review_to_an_earlier_month(notice, month):
    found = clock(date(2027, 9, 6), terms=Terms(own_notice_weeks=notice))
    end = months_after(found.start, month) - timedelta(days=1)
    assert found.final_review == end - timedelta(days=max(end.weekday() - 4, 0))


@each("months, late", [(3, False), (5, False), (6, True), (12, True)])
def test_a_policy_that_ends_too_late_is_said_and_the_review_stays(months, late):
    found = clock(date(2027, 1, 4), terms=Terms(own_months=months))
    assert found.policy_is_late == late
    assert found.probation_ends == months_after(found.start, months) - timedelta(days=1)
    assert found.final_review <= min(found.probation_ends, date(2027, 6, 3))


def test_a_review_leaves_no_room_from_the_day_after_the_last():
    found = clock(date(2027, 1, 4))
    assert not found.leaves_no_room(found.review_by)
    assert found.leaves_no_room(found.review_by + timedelta(days=1))


def test_absence_is_no_argument_and_days_worked_only_choose_the_day():
    every, mondays = clock(date(2027, 1, 4)), clock(date(2027, 1, 4), weekdays=frozenset({0}))
    assert every.complete == mondays.complete
    assert mondays.final_review == date(2027, 5, 24)  # 31 May is a bank holiday.
