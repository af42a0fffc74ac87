"""B12: a wish instead of what the service needs."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "B12"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The ideal candidate knows it all.", "ideal candidate"),
        ("You will ideally speak five languages.", "will ideally"),
        ("We want a superstar.", "superstar"),
    ],
)
def test_fires(text, place):
    assert hits(RULE, text, "jd") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Get in touch if you wish to talk.",
        "This is an ideal place for a walk.",
        "There is no perfect candidate.",
        "The report says “the ideal candidate” twice.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "jd") == []
