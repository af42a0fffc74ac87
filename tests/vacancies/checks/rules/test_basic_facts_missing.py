"""D3: contract type, its length, hours or place are missing."""

from tests.vacancies.checks.rules.vacancy import changed, hits
from vacancies.checks.registry import vacancy_checks
from vacancies.drafting.rules.advert import Advert

RULE = "D3"


def test_fires_once_with_all_that_is_missing_at_the_first_of_it():
    (found,) = vacancy_checks()[RULE](changed(hours=None, place=""))
    assert found.place.field == "hours"
    assert ": hours, place." in found.finding.message


def test_a_contract_that_ends_needs_its_length():
    assert hits(RULE, contract="fixed-term") == ["Length of the contract"]
    assert hits(RULE, contract="secondment", contract_length="12 months") == []


def test_stays_silent():
    assert hits(RULE) == hits(RULE, hours=None, advert=Advert()) == []
