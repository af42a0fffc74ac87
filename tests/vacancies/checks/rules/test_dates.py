"""The dates of a vacancy."""

from datetime import date

from tests.each import each
from tests.vacancies.checks.rules.vacancy import hits, messages, numbers, variants
from vacancies.drafting.rules.advert import Advert


def test_closing_date_missing_fires_once():
    assert hits("D4", closes_on=None) == ["closes_on"]


def test_closing_date_missing_stays_silent():
    assert hits("D4") == hits("D4", closes_on=None, advert=Advert()) == []


def test_short_time_to_apply_fires_under_14_days():
    assert numbers("D5", opens_on=date(2027, 2, 1), closes_on=date(2027, 2, 14)) == [13, 14]


def test_short_time_to_apply_fires_under_21_days_in_summer_and_over_the_turn_of_the_year():
    assert hits("D5", opens_on=date(2027, 7, 20), closes_on=date(2027, 8, 5)) == ["closes_on"]
    assert hits("D5", opens_on=date(2026, 12, 1), closes_on=date(2026, 12, 16)) == ["closes_on"]


def test_short_time_to_apply_stays_silent():
    assert hits("D5", opens_on=date(2027, 2, 1), closes_on=date(2027, 2, 15)) == []
    assert hits("D5", opens_on=date(2027, 7, 1), closes_on=date(2027, 7, 22)) == []
    assert hits("D5", opens_on=None) == hits("D5", closes_on=None) == []
    assert hits("D5", opens_on=date(2027, 3, 1), closes_on=date(2027, 2, 1)) == []


def test_interview_date_missing_fires_once():
    assert hits("D6", interview_on=None) == ["interview_on"]


def test_interview_date_missing_stays_silent():
    assert hits("D6") == hits("D6", interview_on=None, advert=Advert()) == []


def test_one_interview_date_fires_once():
    assert hits("D7", advert_other_interview=" ") == ["other_interview"]


def test_one_interview_date_stays_silent_with_another_day_and_with_none_at_all():
    assert hits("D7") == hits("D7", advert_other_interview="", interview_on=None) == []
    assert hits("D7", advert=Advert(contact="Manager")) == []


@each(
    "day, nation, said",
    [
        (
            date(2027, 5, 3),
            "ENG",
            "3 May 2027, a bank holiday in England and Wales. The next working day is 4 May 2027.",
        ),
        (
            date(2027, 7, 12),
            "NIR",
            "12 July 2027, a bank holiday in Northern Ireland. The next "
            "working day is 13 July 2027.",
        ),
        (
            date(2027, 3, 28),
            "SCT",
            "28 March 2027, a Sunday. The next working day is 29 March 2027.",
        ),
        (
            date(2027, 3, 28),
            "ENG",
            "28 March 2027, a Sunday. The next working day is 30 March 2027.",
        ),
        (
            date(2026, 12, 25),
            "ENG",
            "25 December 2026, a bank holiday in England and Wales. The "
            "next working day is 29 December 2026.",
        ),
        (
            date(2027, 10, 30),
            "ENG",
            "30 October 2027, a Saturday. The next working day is 1 November 2027.",
        ),
    ],
)
def test_interview_day_fires_with_the_next_working_day_in_words(day, nation, said):
    assert messages("D23", interview_on=day, nation=nation) == [f"The interviews are on {said}"]


def test_interview_day_fires_in_a_week_full_of_holidays():
    assert variants("D23", interview_on=date(2027, 12, 29)) == ["quiet_week"]
    assert numbers("D23", interview_on=date(2027, 12, 29)) == [3]


@each(
    "day, nation",
    [
        (date(2027, 3, 8), "ENG"),
        # 12 July is a holiday in Northern Ireland alone, Easter Monday is none in Scotland.
        (date(2027, 7, 12), "ENG"),
        (date(2027, 3, 29), "SCT"),
        # Four working days are enough.
        (date(2027, 5, 5), "ENG"),
        (date(2028, 2, 29), "ENG"),
    ],
)
def test_interview_day_stays_silent(day, nation):
    assert hits("D23", interview_on=day, nation=nation) == []


def test_interview_day_stays_silent_without_a_day():
    assert hits("D23", interview_on=None) == []


def test_days_not_worked_fires_for_each_date():
    # 28 March 2027 is Easter Sunday, when the clocks change too.
    dates = {"opens_on": date(2027, 1, 1), "closes_on": date(2027, 1, 23)}
    assert hits("D24", **dates, starts_on=date(2027, 3, 28)) == [
        "opens_on",
        "closes_on",
        "starts_on",
    ]


def test_days_not_worked_fires_with_the_next_working_day_of_the_nation_in_words():
    assert messages("D24", closes_on=date(2026, 12, 31), opens_on=date(2027, 1, 1)) == [
        "The opening date is 1 January 2027, a bank holiday in England and Wales. "
        "The next working day is 4 January 2027."
    ]
    assert messages("D24", opens_on=date(2027, 1, 1), nation="SCT") == [
        "The opening date is 1 January 2027, a bank holiday in Scotland. "
        "The next working day is 5 January 2027."
    ]


def test_days_not_worked_stays_silent():
    assert hits("D24") == []
    assert hits("D24", opens_on=None, closes_on=None, starts_on=None) == []
    assert hits("D24", starts_on=date(2027, 3, 29), nation="SCT") == []
