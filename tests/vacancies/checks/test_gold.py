"""How right the checks are on the gold set: precision and recall, overall and for each "must".

A finding is right when a mark names its rule and overlaps its place; a mark is met when findings
at its place show or fold in all its rules.
"""

from collections import Counter

import pytest

from tests.vacancies.checks.gold.marked import Expected, GoldText, gold_texts
from vacancies.checks.check import check
from vacancies.checks.finding import Finding, Span

TEXTS = gold_texts()
CLEAN = [gold for gold in TEXTS if not gold.expected]


def hit(finding: Finding, expected: Expected) -> bool:
    named = {finding.rule, *finding.also}
    return expected.rules <= named and finding.span.overlaps(Span(expected.start, expected.end))


def wrong(gold: GoldText) -> list[Finding]:
    """Return the findings that no mark asks for."""
    findings = check(gold.text, gold.kind).findings
    return [f for f in findings if not any(hit(f, expected) for expected in gold.expected)]


def missed(gold: GoldText) -> list[Expected]:
    """Return the marks that no finding meets."""
    findings = check(gold.text, gold.kind).findings
    return [expected for expected in gold.expected if not any(hit(f, expected) for f in findings)]


def test_the_set_is_large_enough_to_say_something():
    assert len(TEXTS) >= 20
    assert sum(len(gold.expected) for gold in TEXTS) >= 99
    assert len(CLEAN) >= 4


def test_precision_overall():
    total = sum(len(check(gold.text, gold.kind).findings) for gold in TEXTS)
    errors = [(gold.name, f.rule, f.excerpt) for gold in TEXTS for f in wrong(gold)]
    assert 1 - len(errors) / total >= 0.95, errors


def test_recall_overall():
    total = sum(len(gold.expected) for gold in TEXTS)
    errors = [(gold.name, sorted(e.rules), e.start) for gold in TEXTS for e in missed(gold)]
    assert 1 - len(errors) / total >= 0.9, errors


def test_no_must_rule_is_often_wrong():
    shown: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    for gold in TEXTS:
        shown.update(f.rule for f in check(gold.text, gold.kind).findings if f.severity == "must")
        errors.update(f.rule for f in wrong(gold) if f.severity == "must")
    assert {rule for rule in errors if 1 - errors[rule] / shown[rule] < 0.9} == set()


@pytest.mark.parametrize("gold", CLEAN, ids=lambda gold: gold.name)
def test_a_clean_text_has_no_must(gold):
    assert check(gold.text, gold.kind).summary.must == 0
