"""D18: a post of band 3 or 4 that is no apprenticeship."""

from tests.vacancies.checks.rules.vacancy import hits
from vacancies.drafting.rules.advert import Advert

RULE = "D18"


def test_fires_once_for_band_3_and_4():
    assert hits(RULE, band="3") == hits(RULE, band="4") == ["Contract"]


def test_stays_silent():
    assert hits(RULE) == hits(RULE, band="8a") == hits(RULE, band="") == []
    for route in ("apprenticeship", "trainee", "volunteer", "work-experience"):
        assert hits(RULE, band="3", contract=route) == []
    nothing = {"purpose": "", "duties": (), "criteria": (), "advert": Advert()}
    assert hits(RULE, band="3", **nothing) == []
