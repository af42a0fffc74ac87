"""D1: the advert shows no pay, or the band is not chosen."""

from tests.vacancies.checks.rules.vacancy import hits
from vacancies.drafting.rules.advert import Advert
from vacancies.posts.rules import UNPAID

RULE = "D1"


def test_fires_once_at_the_first_that_is_empty():
    assert hits(RULE, advert_pay="") == hits(RULE, advert_pay=" ", band="") == ["Full-time pay"]
    assert hits(RULE, band="") == ["Band expected"]


def test_stays_silent_before_the_advert_is_begun():
    assert hits(RULE) == hits(RULE, advert=Advert(contact="Manager"), band="") == []


def test_stays_silent_where_nothing_is_paid():
    for route in UNPAID:
        assert hits(RULE, contract=route, advert_pay="", band="") == []
