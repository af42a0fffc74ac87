"""T2: pay or full-time hours of a year gone by."""

from datetime import date

import pytest

from kls_portal.reference.dated import DatedFact, FactTable
from vacancies.rulebook.check import check
from vacancies.rulebook.figures import full_time_hours

RULE = "T2"
NOVEMBER = date(2026, 11, 28)
SCOTLAND = "NHS Lothian, Scotland\n\n"


def places(text: str, today: date = NOVEMBER, nation: str = "") -> list[str]:
    found = check(text, "advert", today=today, nation=nation).findings
    return [one.excerpt for one in found if one.rule == RULE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Band 5, £31,049 to £37,796 a year", ["£31,049 to £37,796"]),
        ("Band 2: £24,465", ["£24,465"]),
        ("Band 5, £32,073 to £39,043 a year", []),
        ("Pay of £30,000 to £34,000 a year", []),
        ("37.5 hours a week, full time", []),
        (f"{SCOTLAND}37.5 hours a week, full time", ["37.5 hours"]),
        (f"{SCOTLAND}36 hours a week, full time", []),
        (f"{SCOTLAND}£31,049 to £37,796 a year", []),
    ],
)
def test_in_november_2026(text, found):
    assert places(text) == found


def test_nothing_is_old_before_its_day():
    assert places("£31,049 to £37,796", date(2026, 3, 31)) == []
    assert places(f"{SCOTLAND}37.5 hours a week", date(2026, 3, 31)) == []


def test_the_nation_may_be_known_from_elsewhere():
    assert places("37.5 hours a week", nation="SCT") == ["37.5 hours"]


def test_hours_are_those_of_the_facts_given():
    week = DatedFact("full-time-hours", "", "35", nations=("SCT",))
    text = f"{SCOTLAND}37 hours a week"
    assert full_time_hours("SCT", NOVEMBER, FactTable.of([week])) == 35
    assert full_time_hours("SCT", NOVEMBER, FactTable.of([])) == full_time_hours("", NOVEMBER)
    found = check(text, "advert", facts=FactTable.of([week])).findings
    assert "35" in next(one.message for one in found if one.rule == RULE)
