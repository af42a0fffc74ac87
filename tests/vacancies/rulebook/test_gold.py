"""How right the checks are on the gold set, each half by itself.

The half that is held back is only ever asked for numbers: its texts stay unread by those who tune
the rules, so no assertion here shows a place or a word of it.
"""

from functools import cache

import pytest

from tests.each import each
from tests.vacancies.rulebook.gold.accuracy import Accuracy, accuracy
from tests.vacancies.rulebook.gold.marked import HALVES, Expected, GoldText, gold_texts
from vacancies.rulebook.check import check
from vacancies.rulebook.finding import Span
from vacancies.rulebook.registry import TEXT_RULES

PRECISION, RECALL, PRECISION_OF_A_MUST = 0.95, 0.9, 0.9
# The texts from outside are not yet read so well; what is reached must not be lost.
OUTSIDE = {"outside_development": (0.92, 0.9), "outside_held_back": (0.9, 0.9)}
DEVELOPMENT = gold_texts("development")
TUNED_ON = ("development", "outside_development")
THERE = [half for half in HALVES if gold_texts(half)]


BANDS = {"2", "3", "4", "5", "6", "7", "8a"}
SERVICES = {
    "acute",
    "mental health",
    "community",
    "ambulance",
    "commissioning",
    "education",
    "shared",
}


@cache
def found_in(half: str) -> Accuracy:
    return accuracy(gold_texts(half))


def test_the_set_is_large_and_varied_enough_to_say_something():
    assert sum(found_in(half).texts for half in THERE) >= 60
    assert found_in("held_back").texts >= 30
    assert sum(found_in(half).texts for half in OUTSIDE) >= 20
    assert len(DEVELOPMENT) >= 31
    assert {gold.kind for gold in DEVELOPMENT} == {"jd", "ps", "advert", "all"}
    assert {gold.about.get("band") for gold in DEVELOPMENT} >= BANDS
    assert {gold.about["service"] for gold in DEVELOPMENT} == SERVICES


def test_every_rule_that_reads_text_is_tried_by_the_development_half():
    tried = {rule for half in TUNED_ON for rule in found_in(half).figures}
    assert set(TEXT_RULES.judges) - tried == set()


@each("half", THERE)
def test_precision_and_recall_overall(half):
    overall = found_in(half).overall
    precision, recall = OUTSIDE.get(half, (PRECISION, RECALL))
    assert overall.precision >= precision
    assert overall.recall >= recall


@pytest.fixture(params=[half for half in THERE if half not in OUTSIDE])
def found(request: pytest.FixtureRequest) -> Accuracy:
    return found_in(request.param)


def test_no_must_rule_is_often_wrong(found):
    musts = found.of_severity("must")
    often = {
        rule: figures.precision
        for rule, figures in musts.items()
        if figures.precision is not None and figures.precision < PRECISION_OF_A_MUST
    }
    assert often == {}


def test_clean_texts_have_no_must(found):
    assert found.clean > 0
    assert found.musts_on_clean == 0


def test_what_is_marked_together_is_shown_as_one():
    apart = [
        (gold.name, sorted(mark.rules))
        for gold in DEVELOPMENT
        for mark in gold.expected
        if len(mark.rules) > 1 and mark.end and not _as_one(gold, mark)
    ]
    assert apart == []


def _as_one(gold: GoldText, mark: Expected) -> bool:
    place = Span(mark.start, mark.end)
    return any(
        found.span.overlaps(place) and mark.rules <= {found.rule, *found.also}
        for found in check(gold.text, gold.kind).findings
    )


def test_every_finding_says_what_why_and_what_to_do():
    for gold in DEVELOPMENT:
        for found in check(gold.text, gold.kind).findings:
            assert gold.text[found.start : found.end] == found.excerpt
            assert found.message
            assert found.suggestion
            assert found.source
