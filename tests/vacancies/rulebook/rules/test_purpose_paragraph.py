"""B4: the purpose of the job."""

import pytest

from tests.vacancies.rulebook.report import duties, hits

RULE = "B4"
GOOD = (
    "You run the desk of our hospital library, so that staff find the evidence they need for "
    "the care of patients, day and night."
)


def test_fires_when_there_is_none():
    assert hits(RULE, duties("Run the desk")) == [""]


def test_fires_on_a_short_or_long_one():
    short = "You run the desk."
    assert hits(RULE, f"Job purpose\n{short}\n\nMain duties\n- Run the desk\n") == [short]
    long = " ".join(["You run the desk of our library each day."] * 10)
    assert hits(RULE, f"Job purpose\n{long}\n\nMain duties\n- Run the desk\n") == [long]


@pytest.mark.parametrize(
    "heading", ["Job purpose", "JOB SUMMARY", "Purpose of the post:", "1. Main purpose of the job"]
)
def test_stays_silent_under_each_heading(heading):
    assert hits(RULE, f"{heading}\n{GOOD}\n\nMain duties\n- Run the desk\n") == []


def test_reads_a_label_on_the_same_line():
    assert hits(RULE, f"Job purpose: {GOOD}\n\nMain duties\n- Run the desk\n") == []


def test_an_advert_needs_none():
    assert hits(RULE, "Library assistant. You will lend books.", "advert") == []


def test_a_letterhead_needs_none():
    letterhead = (
        "Northfield Hospitals NHS Foundation Trust\nLibrary and Knowledge Service\nTrust Way"
    )
    assert hits(RULE, letterhead, "jd") == []
