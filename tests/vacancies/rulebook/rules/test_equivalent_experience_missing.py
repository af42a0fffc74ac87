"""A2: no "or equivalent experience" beside a qualification."""

import pytest

from tests.vacancies.rulebook.report import essential, hits
from vacancies.rulebook.check import check

RULE = "A2"


@pytest.mark.parametrize("item", ["A degree", "Degree or equivalent qualification", "NVQ level 3"])
def test_fires_without_another_route(item):
    assert len(hits(RULE, essential(item))) == 1


@pytest.mark.parametrize(
    "item",
    ["A degree or equivalent experience", "Degree or demonstrable experience", "Spells well"],
)
def test_stays_silent(item):
    assert hits(RULE, essential(item)) == []


def test_is_shown_where_the_rule_on_degrees_is_off():
    report = check(essential("A degree"), "ps", switched_off={"A1"})
    shown = [finding for finding in report.findings if finding.rule == RULE]
    assert [(finding.excerpt, finding.also) for finding in shown] == [("degree", ())]
