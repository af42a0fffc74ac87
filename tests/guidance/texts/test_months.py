"""Months of the calendar."""

from datetime import date

import pytest

from guidance.texts.rules.months import months_after


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 25), 12, date(2027, 11, 25)),
        (date(2026, 11, 25), 1, date(2026, 12, 25)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 1, 1), 11, date(2026, 12, 1)),
        (date(2026, 1, 1), 0, date(2026, 1, 1)),
    ],
)
def test_the_same_day_later_or_the_last_of_a_shorter_month(day, months, then):
    assert months_after(day, months) == then


def test_the_calendar_ends():
    with pytest.raises(OverflowError):
        months_after(date(9999, 12, 1), 1)
