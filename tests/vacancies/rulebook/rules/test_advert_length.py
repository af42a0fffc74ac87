"""D15: the advert is too short or too long."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "D15"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "word " * 149,
        "word " * 751,
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 150,
        "word " * 750,
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_gives_the_number_in_words():
    messages = [f.message for f in check("You run the desk.", "advert").findings if f.rule == RULE]
    assert messages == ["Your advert has 4 words. Aim for 300 to 750."]
