"""Start dates that are too far off, and those that are no working day."""

import re
from datetime import date

import pytest

from kls_portal.calendar.working_days import WorkingDays, note_on_start, problem_with_start

TODAY = date(2026, 11, 22)


def days_in(sentence: str) -> list[str]:
    """Return the dates that a sentence names."""
    return re.findall(r"\d+ [A-Z]\w+ \d{4}", sentence)


@pytest.mark.parametrize("start", [date(2025, 11, 22), TODAY, date(2027, 1, 1), date(2028, 11, 22)])
def test_a_start_near_today_is_no_problem(start):
    assert problem_with_start(start, TODAY) is None


@pytest.mark.parametrize(
    "start",
    [date(2025, 11, 21), date(2028, 11, 23), date(2066, 11, 22), date.min, date.max],
)
def test_a_start_too_far_off_names_the_dates_allowed(start):
    assert days_in(problem_with_start(start, TODAY)) == ["22 November 2025", "22 November 2028"]


def test_leap_day_has_neighbours_in_ordinary_years():
    leap_day = date(2028, 2, 29)
    assert problem_with_start(date(2027, 2, 28), leap_day) is None
    assert problem_with_start(date(2030, 2, 28), leap_day) is None
    problem = problem_with_start(date(2030, 3, 1), leap_day)
    assert days_in(problem) == ["28 February 2027", "28 February 2030"]


def test_a_start_on_a_holiday_says_when_day_one_is_in_words():
    assert note_on_start(date(2027, 1, 1)) == (
        "1 January 2027 is not a working day. Day one is counted as 4 January 2027."
    )


def test_a_start_on_a_working_day_needs_no_note():
    assert note_on_start(date(2027, 1, 4)) is None


def test_the_note_follows_the_nation():
    st_andrews_day = date(2026, 11, 30)
    assert note_on_start(st_andrews_day) is None
    assert "1 December 2026" in note_on_start(st_andrews_day, WorkingDays("SCT"))
