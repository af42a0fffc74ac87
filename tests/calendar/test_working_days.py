"""Working days over the awkward dates: Christmas, Easter, leap day, substitute days."""

import subprocess
import sys
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from kls_portal.calendar.working_days import (
    NATIONS,
    WorkingDays,
    bank_holidays,
    days_from,
    months_after,
)
from tests.each import each

ENGLAND = WorkingDays()
DATES = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def test_bank_holidays_of_2027():
    assert sorted(day for day in bank_holidays("ENG", 2027) if day.weekday() < 5) == [
        date(2027, 1, 1),
        date(2027, 3, 26),
        date(2027, 3, 29),
        date(2027, 5, 3),
        date(2027, 5, 31),
        date(2027, 8, 30),
        date(2027, 12, 27),
        date(2027, 12, 28),
    ]


@each(
    "day",
    [
        date(2026, 12, 25),  # Friday, Christmas Day
        date(2026, 12, 26),  # Saturday, Boxing Day
        date(2026, 12, 28),  # Monday, in place of Boxing Day
        date(2027, 1, 1),  # Friday, New Year's Day
        date(2027, 3, 26),  # Good Friday
        date(2027, 3, 29),  # Easter Monday
        date(2026, 11, 22),  # an ordinary Sunday
    ],
)
def test_not_a_working_day(day):
    assert not ENGLAND.is_working_day(day)


@each(
    "day",
    [
        date(2026, 12, 24),
        date(2026, 12, 29),
        date(2027, 3, 25),
        date(2027, 3, 30),
        date(2028, 2, 29),
    ],
)
def test_a_working_day(day):
    assert ENGLAND.is_working_day(day)
    assert ENGLAND.next_working_day(day) == day


def test_the_next_working_day_after_christmas():
    assert ENGLAND.next_working_day(date(2026, 12, 25)) == date(2026, 12, 29)


@each(
    "start, number, expected",
    [
        (date(2026, 12, 21), 0, date(2026, 12, 21)),
        (date(2026, 12, 21), 3, date(2026, 12, 24)),
        (date(2026, 12, 21), 4, date(2026, 12, 29)),
        (date(2026, 12, 21), 7, date(2027, 1, 4)),
        (date(2027, 1, 4), -1, date(2026, 12, 31)),
        (date(2027, 1, 4), -4, date(2026, 12, 24)),
        (date(2027, 3, 22), 4, date(2027, 3, 30)),
        (date(2027, 3, 31), -2, date(2027, 3, 25)),
        (date(2026, 12, 26), 0, date(2026, 12, 29)),
        (date(2026, 12, 26), 1, date(2026, 12, 30)),
        (date(2026, 12, 26), -1, date(2026, 12, 24)),
        (date(2026, 11, 22), 0, date(2026, 11, 23)),
        (date(2026, 11, 22), -1, date(2026, 11, 20)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 1, date(2028, 3, 1)),
        (date(2028, 2, 29), -1, date(2028, 2, 28)),
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
    ],
)
def test_counting_working_days(start, number, expected):
    assert ENGLAND.add(start, number) == expected


def test_scotland_and_northern_ireland_keep_their_own_days():
    st_andrews_day, st_patricks_day = date(2026, 11, 30), date(2026, 3, 17)
    assert not WorkingDays("SCT").is_working_day(st_andrews_day)
    assert not WorkingDays("NIR").is_working_day(st_patricks_day)
    assert ENGLAND.is_working_day(st_andrews_day)
    assert ENGLAND.is_working_day(st_patricks_day)


def test_england_and_wales_share_their_days():
    for year in range(2000, 2100):
        assert bank_holidays("WLS", year) == bank_holidays("ENG", year)


@given(day=DATES, number=st.integers(-150, 150), nation=st.sampled_from(list(NATIONS)))
def test_the_result_is_a_working_day_on_the_right_side(day, number, nation):
    calendar = WorkingDays(nation)
    found = calendar.add(day, number)
    assert calendar.is_working_day(found)
    assert (found >= day) if number >= 0 else (found < day)


@given(day=DATES, number=st.integers(-60, 60))
def test_counting_there_and_back_returns_to_day_one(day, number):
    assert ENGLAND.add(ENGLAND.add(day, number), -number) == ENGLAND.next_working_day(day)


@given(day=DATES, number=st.integers(1, 60))
def test_exactly_that_many_working_days_lie_between(day, number):
    first, last = ENGLAND.next_working_day(day), ENGLAND.add(day, number)
    days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
    assert sum(map(ENGLAND.is_working_day, days)) == number


def test_years_without_known_holidays_leave_out_weekends_only():
    assert ENGLAND.next_working_day(date(2200, 12, 25)) == date(2200, 12, 25)
    assert ENGLAND.next_working_day(date(2200, 12, 27)) == date(2200, 12, 29)


@each("end, number", [(date.max, 1), (date.max, 300), (date.min, -300)])
def test_beyond_the_calendar_the_end_of_it_counts(end, number):
    assert days_from(end, number) == ENGLAND.add(end, number) == end
    assert ENGLAND.next_working_day(end) == ENGLAND.last_working_day(end) == end
    assert days_from(days_from(end, -number), number) == end


def test_days_between_are_counted_over_thousands_of_years_too():
    friday = date(2101, 1, 7)
    assert ENGLAND.between(friday, date.max) == (date.max - friday).days // 7 * 5
    assert ENGLAND.between(date.max, date(2027, 1, 4)) == 0


@given(day=DATES, number=st.integers(-10, 800), nation=st.sampled_from(list(NATIONS)))
@example(day=date(2027, 1, 1), number=7, nation="ENG")  # begins on a bank holiday
def test_days_between_are_those_counted_one_by_one(day, number, nation):
    worked, last = WorkingDays(nation), day + timedelta(days=number)
    days = (day + timedelta(days=count) for count in range(1, number + 1))
    assert worked.between(day, last) == sum(map(worked.is_working_day, days))


def test_the_holidays_package_is_loaded_only_when_a_day_is_asked_for():
    program = (
        "import sys, vacancies.induction.rules.plan, vacancies.planning.rules.shipped_tasks;"
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@each(
    "start, months, day",
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(9999, 11, 30), 3, date.max),
    ],
)
def test_a_shorter_month_ends_earlier(start, months, day):
    assert months_after(start, months) == day


def test_the_last_day_worked_passes_over_holidays_and_days_off():
    # Easter Monday is 29 March 2027, in England but not in Scotland.
    easter, mondays = date(2027, 3, 30), frozenset({0})
    assert WorkingDays("ENG").last_working_day(easter, mondays) == date(2027, 3, 22)
    assert WorkingDays("SCT").last_working_day(easter, mondays) == date(2027, 3, 29)
    assert ENGLAND.last_working_day(easter, frozenset(range(7))) == easter
