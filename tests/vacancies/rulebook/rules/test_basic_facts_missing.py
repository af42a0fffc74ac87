"""D3: contract type, hours or place are missing."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "D3"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("You will run the desk.", "contract type, hours, place"),
        ("Permanent. You will run the desk at the hospital.", "hours"),
        ("Permanent, 30 hours a week. You will run the desk.", "place"),
        ("Fixed term, full time. Based at the hospital.", "length of the contract"),
    ],
)
def test_fires_and_names_what_is_missing(text, missing):
    found = [finding for finding in check(text, "advert").findings if finding.rule == RULE]
    assert [finding.excerpt for finding in found] == [""]
    assert f": {missing}." in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Permanent, 37.5 hours a week. Based at Hill Hospital.",
        "Fixed term for 12 months, full time. Based at Hill Hospital.",
        "Secondment until the end of March, 20 hours. Location: Hill House.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_is_not_demanded_of_a_job_description():
    assert hits(RULE, "Job description\n\nMain duties\n- Run the desk\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Maternity leave cover until 31 January 2027, 37½ hours a week, St Anne's Hospital, Kelby.",
        "Location: Canal Wharf\nHours: 30 per week\nContract: fixed term, ending 30 June 2028",
        "Seconded for nine months, whole-time. Our base is Hill House.",
        "Permanent. Thirty hours a week, across two sites.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "Permanent, 30 hours a week, at a Trust of three hospitals.",
        "Permanent, 30 hours. Northfield Hospitals NHS Trust.",
        "Work a few hours a month at Hill House.",
        "Fixed term at £26,000 a year, full time, Hill House.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]


def missing(text: str) -> str:
    found = [one.message for one in check(text, "advert").findings if one.rule == RULE]
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("text", "is_place"),
    [
        ("Permanent, 20 hours, at HMP Northfield, Nottinghamshire.", True),
        ("Permanent, 20 hours, at Northfield, Yorkshire.", True),
        ("Permanent, 20 hours.", False),
    ],
)
def test_a_place_that_is_only_a_name(text, is_place):
    assert ("place" in missing(text)) is not is_place


def test_part_time_is_no_number_of_hours():
    assert "hours" in missing("Permanent, part-time, based at Northfield.")
