from datetime import date

from kls_portal.in_words import listed, long_date, short_date
from tests.each import each


@each(
    "day, long, short",
    [
        (date(2027, 1, 4), "Monday 4 January 2027", "Mon 4 Jan 2027"),
        (date(2026, 9, 30), "Wednesday 30 September 2026", "Wed 30 Sep 2026"),
        (date(2028, 2, 29), "Tuesday 29 February 2028", "Tue 29 Feb 2028"),
        (date.max, "Friday 31 December 9999", "Fri 31 Dec 9999"),
    ],
)
def test_dates_in_words(day, long, short):
    assert long_date(day) == long
    assert short_date(day) == short


def test_names_as_in_a_sentence():
    rows = ([], ["a"], ["a", "b"], ["a", "b", "c"])
    assert [*map(listed, rows)] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b"], "or") == "a or b"
