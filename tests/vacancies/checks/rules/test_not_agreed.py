"""B10: no version, nobody who agreed it, or more than a year old."""

from datetime import date

from tests.vacancies.checks.rules.vacancy import hits, variants
from vacancies.checks.vacancy_file import Agreed

RULE = "B10"


def test_fires_without_a_version():
    assert variants(RULE, agreed=None) == ["no_version"]


def test_fires_after_a_year_and_not_before():
    last_year = Agreed(date(2025, 11, 25), "Service manager")
    assert hits(RULE, agreed=last_year) == []
    assert variants(RULE, agreed=last_year, today=date(2026, 11, 26)) == ["old"]


def test_fires_where_nobody_is_named():
    assert variants(RULE, agreed=Agreed(date(2026, 11, 1), " ")) == ["nobody"]


def test_stays_silent_while_there_is_no_duty_to_agree():
    assert hits(RULE) == hits(RULE, agreed=None, duties=()) == []
