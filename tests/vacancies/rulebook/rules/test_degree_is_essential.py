"""A1: a degree or library qualification is essential."""

import pytest

from tests.vacancies.rulebook.report import desirable, essential, hits

RULE = "A1"


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("Degree in any subject", "Degree"),
        ("Educated to degree level", "Educated to"),
        ("MSc in Information Science", "MSc"),
        ("Postgraduate diploma in librarianship", "Postgraduate"),
        ("Library qualification at level 6", "qualification"),
        ("A degree or equivalent qualification", "degree"),
        ("Graduate with an interest in health", "Graduate"),
        ("GCSE English at grade 4", "GCSE"),
        ("A degree. The post is 1.0 full-time equivalent", "degree"),
    ],
)
def test_fires_on_an_essential_qualification(item, place):
    assert hits(RULE, essential(item)) == [place]


@pytest.mark.parametrize(
    "item",
    [
        "A degree or equivalent experience",
        "Degree, or experience in a similar post",
        "Library qualification or willing to work towards one",
        "A degree, or equivalent knowledge gained at work",
        "A high degree of accuracy",
        "Knowledge of the degree programmes of the school",
        "Two years of post-qualification work",
        "Able to teach graduates and students",
        "No formal qualifications are needed",
        "Can support staff gaining a qualification",
        "Suitably qualified by experience",
        "Able to upgrade software",
    ],
)
def test_stays_silent(item):
    assert hits(RULE, essential(item)) == []


def test_a_desirable_degree_is_no_fault():
    assert hits(RULE, desirable("MSc in librarianship")) == []


def test_takes_the_missing_route_in():
    from vacancies.rulebook.check import check

    shown = [f for f in check(essential("A degree"), "ps").findings if f.rule in ("A1", "A2")]
    assert [(finding.rule, finding.also) for finding in shown] == [("A1", ("A2",))]


def test_reads_sentences_of_an_advert():
    assert hits(RULE, "You must have a degree in librarianship.", "advert") == ["degree"]
    assert hits(RULE, "A degree would be an advantage but is not essential.", "advert") == []
    assert hits(RULE, "You will help students who study for a degree.", "advert") == []


def test_reads_columns_and_marks():
    table = "Criteria\tEssential\tDesirable\nQualifications\tA degree\tMSc\n"
    assert hits(RULE, table) == ["degree"]
    assert hits(RULE, "Person specification\nA degree (D)\nKind to readers (E)\n") == []
    assert hits(RULE, "Item\tE/D\nA degree\tD\nKindness\tE\n") == []
    assert hits(RULE, "Item\tE/D\nA degree\tE\nKindness\tE\n") == ["degree"]


@pytest.mark.parametrize(
    "text",
    [
        "You have the chance to take a degree while you work.",
        "We fund a diploma for every assistant, and you need no experience.",
        "You will need to help students with their degree work.",
        "You have graduates on your team.",
        "You have a degree or equivalent experience.",
    ],
)
def test_a_qualification_that_is_not_asked_for(text):
    assert hits(RULE, text, "advert") == []


def test_you_have_a_degree_asks_for_one():
    assert hits(RULE, "You have a degree in any subject.", "advert") == ["degree"]
