"""D9: working at home without a number of days."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D9"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We offer hybrid working.", "hybrid working"),
        ("You can work from home.", "work from home"),
        ("Home working is possible.", "Home working"),
    ],
)
def test_fires_at_the_offer(text, place):
    assert hits(RULE, text, "advert") == [place]
    assert hits(RULE, text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "You can work from home two days a week.",
        "We offer hybrid working, with 40% of the week at home.",
        "Hybrid working: one or two days a week at home.",
        "There is no home working in this post.",
        "This post cannot be done from home because readers come to the desk.",
        "You can't work from home in this post.",
        "You will visit care homes.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_one_number_answers_every_mention():
    text = "We offer hybrid working. You can work from home two days a week."
    assert hits(RULE, text, "advert") == []
