"""C4: jargon."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "C4"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("You will staff the issue desk.", "issue desk"),
        ("You will check our holdings.", "holdings"),
        ("You will meet stakeholders.", "stakeholders"),
        ("Going forward we will grow.", "Going forward"),
        ("You will run the ILL service.", "ILL"),
    ],
)
def test_fires(text, place):
    assert hits(RULE, text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "You help people who are ill.",
        "The case of CAs is in the hall.",
        "We update the library management system (LMS).",
        "They call it “synergy” elsewhere.",
        "The shareholdings are listed.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text) == []


def test_an_abbreviation_is_one_finding():
    shown = [f for f in check("You update the LMS.", "advert").findings if f.excerpt == "LMS"]
    assert [(finding.rule, finding.also) for finding in shown] == [("C3", ("C4",))]


def test_the_same_word_again_is_the_same_fact():
    assert hits(RULE, "Tell stakeholders. Thank stakeholders.") == ["stakeholders"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("You meet Stakeholders.", "Say who they are, such as “readers” or “managers”."),
        ("You staff the issue-desk.", "Write “the desk where people borrow and return”."),
        ("You update the LMS.", "Write “library system”."),
    ],
)
def test_says_what_to_write_instead(text, plain):
    shown = [f for f in check(text, "advert").findings if RULE in (f.rule, *f.also)]
    assert [plain in finding.suggestion for finding in shown] == [True]
