"""D21: nothing on travel to the interview."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D21"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "You will travel between sites.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "We pay travel costs for the interview.",
        "Interviews will be held by video.",
        "You may ask for an online interview.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_is_not_demanded_of_a_job_description():
    text = "Job description\n\nMain duties\n- Run the desk\n"
    assert hits(RULE, text, "jd") == hits(RULE, text) == hits(RULE, text, "ps") == []


@pytest.mark.parametrize(
    "text",
    [
        "We refund your train or bus fare.",
        "Fares within England are paid.",
        "If you would rather do it over Teams, you can do it online.",
        "If you travel to us for the interview, we pay your ticket.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "You teach on Teams.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]
