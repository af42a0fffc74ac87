"""The purpose, duties, structure and agreement of a job description."""

from dataclasses import replace
from datetime import date

from tests.vacancies.checks.rules.vacancy import DUTIES, hits, numbers, variants
from vacancies.checks.vacancy_file import Agreed


def test_purpose_length_fires_once_for_none_short_and_long():
    assert variants("B4", purpose="") == [""]
    assert numbers("B4", purpose="word " * 19) == [19, 20, 80]
    assert numbers("B4", purpose="word " * 81) == [81, 20, 80]


def test_purpose_length_stays_silent_at_both_limits_and_before_anything_is_written():
    assert hits("B4", purpose="word " * 20) == hits("B4", purpose="word " * 80) == []
    assert hits("B4", purpose="", duties=(), criteria=()) == []


def test_number_of_duties_fires_once_below_and_above():
    assert numbers("B5", duties=DUTIES[:4]) == [4, 6, 12]
    assert variants("B5", duties=()) == ["none"]
    assert hits("B5", duties=DUTIES * 4) == ["duties"]


def test_number_of_duties_stays_silent_at_both_limits_and_before_anything_is_written():
    assert hits("B5", duties=DUTIES) == hits("B5", duties=DUTIES * 3) == []
    assert hits("B5", duties=(), purpose="", criteria=()) == []


BARE = tuple(replace(duty, area="") for duty in DUTIES)


def test_no_pksb_area_fires_once():
    assert hits("B15", duties=BARE) == ["duties"]


def test_no_pksb_area_one_area_is_enough_and_no_duty_has_none():
    assert hits("B15", duties=(*BARE[:4], DUTIES[4])) == hits("B15", duties=()) == []


def test_place_in_structure_fires_once_at_the_first_that_is_empty():
    assert hits("B7", reports_to="") == hits("B7", reports_to=" ", supervises="") == ["reports_to"]
    assert hits("B7", supervises="") == ["supervises"]


def test_place_in_structure_stays_silent():
    assert hits("B7") == hits("B7", supervises="Nobody") == []
    assert hits("B7", reports_to="", purpose="", duties=(), criteria=()) == []


def test_decisions_fires_once():
    assert hits("B8", decides="") == hits("B8", decides=" \n") == ["decides"]


def test_decisions_stays_silent():
    assert hits("B8") == hits("B8", decides="", purpose="", duties=(), criteria=()) == []


def test_not_agreed_fires_without_a_version():
    assert variants("B10", agreed=None) == ["no_version"]


def test_not_agreed_fires_after_a_year_and_not_before():
    last_year = Agreed(date(2025, 11, 25), "Service manager")
    assert hits("B10", agreed=last_year) == []
    assert variants("B10", agreed=last_year, today=date(2026, 11, 26)) == ["old"]


def test_not_agreed_fires_where_nobody_is_named():
    assert variants("B10", agreed=Agreed(date(2026, 11, 1), " ")) == ["nobody"]


def test_not_agreed_stays_silent_while_there_is_no_duty_to_agree():
    assert hits("B10") == hits("B10", agreed=None, duties=()) == []
