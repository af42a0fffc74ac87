"""B2: wording borrowed from the scheme."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "B2"


def test_fires_on_two_different_phrases():
    text = "Work is managed rather than supervised. It is underpinned by theory."
    assert hits(RULE, text) == ["Work is managed rather than supervised", "underpinned by theory"]


def test_never_blocks():
    text = "Work is managed rather than supervised. It is underpinned by theory."
    assert {f.severity for f in check(text).findings if f.rule == RULE} == {"should"}


@pytest.mark.parametrize(
    "text",
    [
        "You follow standard operating procedures.",
        "You follow standard operating procedures. Standard operating procedures are on the shelf.",
        "You are an authorised signatory, and shelving takes physical effort.",
        "The work needs mental effort, emotional effort and freedom to act.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text) == []
