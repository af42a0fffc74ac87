"""A year of conversations falls on working days."""

from dataclasses import replace
from datetime import date, timedelta

from kls_portal.calendar.working_days import WorkingDays
from tests.each import each
from vacancies.retention.rules.tools import tools, year_of

ONE_TO_ONE = next(tool for tool in tools() if tool.id == "one-to-one")
TALKS = [tool for tool in tools() if tool.id != "one-to-one" and not tool.in_year]


def test_a_monthly_talk_falls_twelve_times_and_the_first_a_month_after_the_start():
    found = year_of([ONE_TO_ONE], date(2027, 1, 11))
    assert [occasion.number for occasion in found] == list(range(1, 13))
    assert found[0].day == date(2027, 2, 11)
    assert found[-1].day == date(2028, 1, 11)


@each(
    "months, first, falls_in",
    [(3, 2, [3, 6, 9, 12]), (5, 5, [6, 11]), (6, 6, [7, 1]), (12, 4, [5]), (12, 12, [1])],
)
def test_the_first_month_and_the_interval_say_when(months, first, falls_in):
    found = year_of([replace(ONE_TO_ONE, months=months, first=first)], date(2027, 1, 11))
    assert [occasion.day.month for occasion in found] == falls_in
    assert [occasion.number for occasion in found] == list(range(1, len(falls_in) + 1))


def test_the_tools_that_come_with_the_portal_lie_apart():
    found = year_of(TALKS, date(2027, 1, 11))
    months = [(occasion.day.year, occasion.day.month) for occasion in found]
    assert len(months) == len(set(months)) == 11
    when = {one.tool.id: one.day for one in found if one.tool.months == 12}
    assert when == {
        "career-conversation": date(2027, 5, 11),
        "succession-map": date(2027, 8, 11),
        "recognition": date(2027, 11, 11),
    }


@each("nation", ["ENG", "SCT", "NIR"])
def test_a_year_from_every_day_stays_apart_and_on_days_that_are_worked(nation):
    calendar = WorkingDays(nation)
    for number in range(366):
        found = year_of(tools(), date(2027, 9, 1) + timedelta(days=number), nation)
        assert all(calendar.is_working_day(one.day) for one in found)
        assert len({one.day for one in found if one.tool in TALKS}) == 11


def test_each_of_the_nine_tools_has_a_place_in_the_year():
    found = year_of(tools(), date(2027, 1, 11))
    assert {one.tool.id for one in found} == {tool.id for tool in tools()}
    assert len({tool.id for tool in tools()}) == 9


def test_what_an_event_calls_for_is_looked_back_at_or_ahead_to():
    found = {one.tool for one in year_of(tools(), date(2027, 1, 11)) if one.tool.in_year}
    assert len(found) == 2
    assert all(tool.year_words == tool.in_year != tool.name for tool in found)


def test_what_an_event_alone_calls_for_has_no_date():
    assert year_of([replace(ONE_TO_ONE, months=0)], date(2027, 1, 11)) == ()


@each("nation", ["ENG", "SCT", "NIR"])
def test_every_day_is_worked_over_christmas_easter_and_leap_days(nation):
    calendar = WorkingDays(nation)
    for start in (date(2027, 11, 25), date(2028, 1, 31), date(2028, 2, 29), date(2026, 4, 30)):
        assert all(calendar.is_working_day(one.day) for one in year_of(tools(), start, nation))


def test_nations_have_bank_holidays_of_their_own():
    # 2 January is a bank holiday in Scotland alone; in 2029 it is a Tuesday.
    (english, scottish) = (
        year_of([replace(ONE_TO_ONE, months=12, first=12)], date(2028, 1, 2), nation)
        for nation in ("ENG", "SCT")
    )
    assert (english[0].day, scottish[0].day) == (date(2029, 1, 2), date(2029, 1, 3))
