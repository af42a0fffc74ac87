"""D6: no interview date."""

from tests.vacancies.checks.rules.vacancy import hits
from vacancies.drafting.rules.advert import Advert

RULE = "D6"


def test_fires_once():
    assert hits(RULE, interview_on=None) == ["Interview date"]


def test_stays_silent():
    assert hits(RULE) == hits(RULE, interview_on=None, advert=Advert()) == []
