"""D24: opening, closing or starting on a day that is no working day."""

from datetime import date

from tests.vacancies.checks.rules.vacancy import hits, messages

RULE = "D24"


def test_fires_for_each_date():
    # 28 March 2027 is Easter Sunday, when the clocks change too.
    dates = {"opens_on": date(2027, 1, 1), "closes_on": date(2027, 1, 23)}
    assert hits(RULE, **dates, starts_on=date(2027, 3, 28)) == [
        "Advert opens",
        "Closing date",
        "Start date",
    ]


def test_fires_with_the_next_working_day_of_the_nation_in_words():
    assert messages(RULE, closes_on=date(2026, 12, 31), opens_on=date(2027, 1, 1)) == [
        "The opening date is 1 January 2027, a bank holiday in England and Wales. "
        "The next working day is 4 January 2027."
    ]
    assert messages(RULE, opens_on=date(2027, 1, 1), nation="SCT") == [
        "The opening date is 1 January 2027, a bank holiday in Scotland. "
        "The next working day is 5 January 2027."
    ]


def test_stays_silent():
    assert hits(RULE) == []
    assert hits(RULE, opens_on=None, closes_on=None, starts_on=None) == []
    assert hits(RULE, starts_on=date(2027, 3, 29), nation="SCT") == []
