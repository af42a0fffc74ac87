"""D5: too little time to apply."""

from datetime import date

from tests.vacancies.checks.rules.vacancy import hits, numbers

RULE = "D5"


def test_fires_under_14_days():
    assert numbers(RULE, opens_on=date(2027, 2, 1), closes_on=date(2027, 2, 14)) == [13, 14]


def test_fires_under_21_days_in_summer_and_over_the_turn_of_the_year():
    assert hits(RULE, opens_on=date(2027, 7, 20), closes_on=date(2027, 8, 5)) == ["Closing date"]
    assert hits(RULE, opens_on=date(2026, 12, 1), closes_on=date(2026, 12, 16)) == ["Closing date"]


def test_stays_silent():
    assert hits(RULE, opens_on=date(2027, 2, 1), closes_on=date(2027, 2, 15)) == []
    assert hits(RULE, opens_on=date(2027, 7, 1), closes_on=date(2027, 7, 22)) == []
    assert hits(RULE, opens_on=None) == hits(RULE, closes_on=None) == []
    assert hits(RULE, opens_on=date(2027, 3, 1), closes_on=date(2027, 2, 1)) == []
