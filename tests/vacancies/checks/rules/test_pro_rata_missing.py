"""D2: a part-time post without the pay for its own hours."""

from decimal import Decimal

import pytest

from tests.vacancies.checks.rules.vacancy import hits
from vacancies.posts.rules import UNPAID

RULE = "D2"


def test_fires_once_for_fewer_hours():
    assert hits(RULE, hours=Decimal("37.49")) == ["Pay for the hours of this post"]


@pytest.mark.parametrize(
    ("nation", "hours", "fires"),
    [
        ("SCT", "36", False),
        ("SCT", "35.99", True),
        ("ENG", "36", True),
        ("NIR", "37", True),
        ("WLS", "37.5", False),
    ],
)
def test_full_time_is_36_hours_in_scotland(nation, hours, fires):
    assert bool(hits(RULE, nation=nation, hours=Decimal(hours))) is fires


def test_stays_silent_for_full_time_both_figures_and_no_pay_at_all():
    assert hits(RULE) == hits(RULE, hours=None) == []
    assert hits(RULE, hours=Decimal(20), advert_pay_pro_rata="£16,559") == []
    assert hits(RULE, hours=Decimal(20), advert_pay="") == []


def test_stays_silent_where_nothing_is_paid():
    for route in UNPAID:
        assert hits(RULE, contract=route, hours=Decimal(6)) == []
