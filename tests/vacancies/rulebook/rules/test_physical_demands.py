"""A11: physical demands without adjustments."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "A11"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("You will lift boxes of journals.", "lift boxes"),
        ("The job needs heavy lifting.", "heavy lifting"),
        ("You will stand for long periods.", "stand for long"),
        ("You must be physically fit.", "physically fit"),
        ("The post involves manual handling of stock.", "manual handling"),
        ("You will push loaded trolleys.", "push loaded trolleys"),
    ],
)
def test_fires(text, place):
    assert hits(RULE, text) == [place]
    assert hits(RULE, text, "jd") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "You will lift boxes of journals. Reasonable adjustments can be made.",
        "There is a lift to the second floor.",
        "You will have a heavy workload in May.",
        "You will push the service forward.",
        "All staff complete manual handling training.",
        "The library stands for fairness.",
        "The post attracts an uplift of 5%.",
        "You do not have to lift boxes.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text) == []


def test_access_to_the_internet_is_no_adjustment():
    assert hits(RULE, "You will lift boxes. There is internet access.") == ["lift boxes"]


def test_one_finding_a_sentence():
    assert hits(RULE, "You will lift boxes, carry boxes and push trolleys.") == ["lift boxes"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Person specification\n\nEssential\n- Can push a loaded trolley",
            ["push a loaded trolley"],
        ),
        ("Person specification\n\nEssential\n- Standing most of the day", ["Standing most of"]),
        ("Person specification\n\nEssential\n- Copes with a heavy workload", []),
    ],
)
def test_other_words_for_it(text, places):
    assert hits(RULE, text, "ps") == places
