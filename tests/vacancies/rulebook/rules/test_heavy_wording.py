"""C9: heavy words and passive sentences."""

import re

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "C9"


@pytest.mark.parametrize(
    ("text", "place", "plain"),
    [
        ("You will utilise the catalogue.", "utilise", "use"),
        ("In order\nto help, you listen.", "In order\nto", "to"),
        ("You undertake searches.", "undertake", "do"),
    ],
)
def test_fires_with_a_replacement(text, place, plain):
    found = [finding for finding in check(text).findings if finding.rule == RULE]
    assert [(finding.excerpt, finding.replacement) for finding in found] == [(place, plain)]
    assert plain in found[0].message


@pytest.mark.parametrize(
    "text",
    ["You use the catalogue.", "The undertaker is next door.", "They wrote “utilise” on the wall."],
)
def test_stays_silent(text):
    assert hits(RULE, text) == []


def test_a_large_share_of_passive_sentences_is_one_finding():
    text = "Books are ordered by the desk. " * 4 + "You run the desk. " * 6
    found = [finding for finding in check(text).findings if finding.rule == RULE]
    assert [finding.excerpt for finding in found] == [""]
    assert re.findall(r"\d+", found[0].message)[:2] == ["4", "10"]


def test_a_small_share_is_none():
    text = "Books are ordered by the desk. " * 2 + "You run the desk. " * 8
    assert hits(RULE, text) == []


def test_words_that_only_look_passive():
    assert hits(RULE, "You are committed to care. The desk is based here. " * 6) == []
