"""C6: words that suggest an age."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "C6"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("This would suit a recent graduate.", "recent graduate"),
        ("Join our young team.", "young"),
        ("We want a digital native.", "digital native"),
        ("You have a mature attitude.", "mature"),
        ("You are energetic.", "energetic"),
        ("Join a dynamic team.", "dynamic"),
    ],
)
def test_fires(text, place):
    assert hits(RULE, text, "jd") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Our service is for children and young people.",
        "We welcome mature students.",
        "You follow a dynamic risk assessment.",
        "You need not be a recent graduate.",
        "Mr Youngs reads premature births data.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "jd") == []
