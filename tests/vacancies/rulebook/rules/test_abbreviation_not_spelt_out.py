"""C3: abbreviations that are not spelt out."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "C3"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("You will update the LMS.", "LMS"),
        ("You will use PICO to frame it.", "PICO"),
        ("Staff keep up their CPD.", "CPD"),
        ("Talk to the team (CPD) about it.", "CPD"),
        ("You use KLS. Knowledge and library services (KLS) matter.", "KLS"),
        ("We work with FE and HE.", "FE"),
    ],
)
def test_fires_at_the_first_use(text, place):
    assert hits(RULE, text)[:1] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "You will update the library management system (LMS). The LMS is old.",
        "You will update the LMS (library management system).",
        "Knowledge and library services (KLS) are small.",
        "You support continuing professional development (CPD).",
        "An inter-library loan (ILL) takes a day.",
        "The NHS in the UK has an IT team and an HR team.",
        "JOB DESCRIPTION AND PERSON SPECIFICATION\n\nYou run the desk.",
        "You MUST wash your hands.",
        "Send a PDF of your CV.",
        "Write to us at LKS@TRUST.example or see HTTP.EXAMPLE.",
        "Room AB12 is on floor 2.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text) == []


def test_one_finding_for_each_abbreviation():
    assert hits(RULE, "The LMS is old. The LMS is slow. The OPAC is new.") == ["LMS", "OPAC"]


def test_a_plural_is_the_same_abbreviation():
    assert hits(RULE, "We have two LMSs and one LMS.") == ["LMS"]


@pytest.mark.parametrize(
    "text",
    [
        "FAMILY: Administrative Services",
        "BASE: Northfield",
        "Post number LN/S 24512",
        "JD/JE reference",
        "HEALTH & SAFETY – employees must take care.",
        "CARE GROUP/DIRECTORATE: Medicine",
        "You look after SIERRA for the whole Trust.",
        "This is a MAGNET hospital. A magnet hospital keeps its staff.",
        "You visit HMP Ranby.",
    ],
)
def test_capitals_that_are_short_for_nothing(text):
    assert hits(RULE, text) == []


def test_an_abbreviation_beside_a_word_in_capitals_is_one():
    assert hits(RULE, "You use CINAHL each day.") == ["CINAHL"]
