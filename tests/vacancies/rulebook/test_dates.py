"""Dates as adverts write them."""

from datetime import date

from tests.each import each
from vacancies.rulebook.dates import WrittenDate, dates_in


@each(
    "text, found",
    [
        ("on 10 july 2026", WrittenDate(10, 7, 2026)),
        ("friday 3rd of july", WrittenDate(3, 7, None)),
        ("july 10th, 2026", WrittenDate(10, 7, 2026)),
        ("10/07/26", WrittenDate(10, 7, 2026)),
        ("10.7.2026", WrittenDate(10, 7, 2026)),
        ("2026-07-10", WrittenDate(10, 7, 2026)),
        ("1 sept", WrittenDate(1, 9, None)),
        ("by friday 4/12 at noon", WrittenDate(4, 12, None)),
    ],
)
def test_reads_each_form(text, found):
    assert list(dates_in(text, 0, len(text))) == [found]


@each("text", ["8pm", "in july", "37.5 hours", "24/7", "1/2 day", "13/13"])
def test_no_date(text):
    assert list(dates_in(text, 0, len(text))) == []


def test_a_day_in_its_year():
    assert WrittenDate(3, 7, None).on(2026) == date(2026, 7, 3)
    assert WrittenDate(3, 7, 2027).on(2026) == date(2027, 7, 3)
    assert WrittenDate(31, 2, None).on(2026) is None


def test_a_year_left_out_is_the_nearest():
    january = WrittenDate(8, 1, None)
    assert january.near(date(2026, 11, 30)) == date(2027, 1, 8)
    assert january.near(date(2026, 2, 1)) == date(2026, 1, 8)
    assert january.near(date.min) is None
