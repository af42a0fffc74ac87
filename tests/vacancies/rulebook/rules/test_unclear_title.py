"""B3: a job title that does not explain itself."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "B3"


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Junior Librarian", "Junior"),
        ("Library Girl", "Girl"),
        ("Senior", "Senior"),
        ("KLS Assistant", "KLS"),
        ("Foreman of stores", "Foreman"),
        ("Search Ninja", "Ninja"),
    ],
)
def test_fires_on_a_labelled_title(title, place):
    assert hits(RULE, f"Job title: {title}\nBand: 4\n", "jd") == [place]
    assert hits(RULE, f"Job title:\t{title}\r\nBand:\t4\r\n", "jd") == [place]


def test_fires_on_a_first_line():
    assert hits(RULE, "Junior Librarian\n\nYou will lend books.", "advert") == ["Junior"]
    assert hits(RULE, "Job description\n\nJunior Librarian\n\nYou will lend books.") == ["Junior"]


@pytest.mark.parametrize(
    "title",
    [
        "Senior Librarian",
        "Library Assistant",
        "NHS Librarian",
        "LIBRARY ASSISTANT",
        "Library Manager (Women's Hospital)",
        "Workforce Librarian",
        "IT Librarian",
    ],
)
def test_stays_silent(title):
    assert hits(RULE, f"Job title: {title}\nBand: 4\n", "jd") == []


def test_words_below_the_title_are_no_title():
    assert hits(RULE, "Job title: Librarian\nYou train junior doctors.", "jd") == []


def test_takes_in_the_abbreviation():
    shown = [f for f in check("Job title: LKS Assistant\n", "jd").findings if f.excerpt == "LKS"]
    assert [(finding.rule, finding.also) for finding in shown] == [("B3", ("C3",))]


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("Librarian, HMP Ranby", []),
        ("Librarian at RAF Northfield", []),
        ("Librarian, HSDU Northfield", []),
        ("HSDU Librarian", ["HSDU"]),
    ],
)
def test_the_place_in_a_title(title, places):
    assert hits(RULE, f"Job title: {title}\n\nYou run the desk.", "advert") == places
