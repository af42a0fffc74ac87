"""D4: no closing date."""

from tests.vacancies.checks.rules.vacancy import hits
from vacancies.drafting.rules.advert import Advert

RULE = "D4"


def test_fires_once():
    assert hits(RULE, closes_on=None) == ["Closing date"]


def test_stays_silent():
    assert hits(RULE) == hits(RULE, closes_on=None, advert=Advert()) == []
