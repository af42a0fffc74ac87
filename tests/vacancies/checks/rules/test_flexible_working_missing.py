"""D8: nothing says what flexible working there is."""

from tests.vacancies.checks.rules.vacancy import hits
from vacancies.drafting.rules.advert import Advert

RULE = "D8"


def test_fires_once_for_a_description_or_an_advert():
    assert hits(RULE, flexible_working=" ") == ["Flexible working"]
    assert hits(RULE, flexible_working="Hybrid working is not available.") == ["Flexible working"]
    nothing = {"purpose": "", "duties": (), "criteria": ()}
    assert hits(RULE, flexible_working="", **nothing) == ["Flexible working"]


def test_stays_silent():
    nothing = {"purpose": "", "duties": (), "criteria": (), "advert": Advert()}
    assert hits(RULE) == hits(RULE, flexible_working="", **nothing) == []
