"""D7: only one day for the interviews."""

from tests.vacancies.checks.rules.vacancy import hits
from vacancies.drafting.rules.advert import Advert

RULE = "D7"


def test_fires_once():
    assert hits(RULE, advert_other_interview=" ") == ["Another day for the interview"]


def test_stays_silent_with_another_day_and_with_none_at_all():
    assert hits(RULE) == hits(RULE, advert_other_interview="", interview_on=None) == []
    assert hits(RULE, advert=Advert(contact="Manager")) == []
