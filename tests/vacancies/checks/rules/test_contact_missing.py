"""D12: nobody to talk to is named in the advert."""

from tests.vacancies.checks.rules.vacancy import hits
from vacancies.drafting.rules.advert import Advert

RULE = "D12"


def test_fires_once():
    assert hits(RULE, advert_contact="") == ["A person to talk to"]


def test_stays_silent():
    assert hits(RULE) == hits(RULE, advert=Advert()) == []
