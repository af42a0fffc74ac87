"""A year of conversations falls on days that are worked."""

from dataclasses import replace
from datetime import date

import pytest

from vacancies.checklists.working_days import WorkingDays
from vacancies.retention.loading import tools
from vacancies.retention.rhythm import months_after, year_of

ONE_TO_ONE = next(tool for tool in tools() if tool.id == "one-to-one")
EXIT = next(tool for tool in tools() if tool.id == "exit-conversation")


def test_a_monthly_talk_falls_twelve_times_and_the_first_a_month_after_the_start():
    found = year_of([ONE_TO_ONE], date(2027, 1, 11))
    assert [occasion.number for occasion in found] == list(range(1, 13))
    assert found[0].day == date(2027, 2, 11)
    assert found[-1].day == date(2028, 1, 11)


@pytest.mark.parametrize(("months", "times"), [(1, 12), (3, 4), (5, 2), (6, 2), (12, 1)])
def test_the_interval_says_how_many(months, times):
    assert len(year_of([replace(ONE_TO_ONE, months=months)], date(2027, 1, 11))) == times


def test_what_an_event_calls_for_has_no_date():
    assert year_of([EXIT], date(2027, 1, 11)) == ()


@pytest.mark.parametrize("nation", ["ENG", "SCT", "NIR"])
def test_every_day_is_worked_over_christmas_easter_and_leap_days(nation):
    calendar = WorkingDays(nation)
    for start in (date(2027, 11, 25), date(2028, 1, 31), date(2028, 2, 29), date(2026, 4, 30)):
        assert all(calendar.is_working_day(one.day) for one in year_of(tools(), start, nation))


def test_nations_have_bank_holidays_of_their_own():
    # 2 January is a bank holiday in Scotland alone; in 2029 it is a Tuesday.
    (english, scottish) = (
        year_of([replace(ONE_TO_ONE, months=12)], date(2028, 1, 2), nation)
        for nation in ("ENG", "SCT")
    )
    assert (english[0].day, scottish[0].day) == (date(2029, 1, 2), date(2029, 1, 3))


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
    ],
)
def test_a_shorter_month_ends_earlier(start, months, day):
    assert months_after(start, months) == day
