"""D16: nobody is told to apply anyway."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D16"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "You must meet every point.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Do apply even if you do not meet every point.",
        "You need not meet all criteria.",
        "Not sure if you fit? Call us: you don’t have to tick every box.",
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
        "If you can do most of this, send us your application.",
        "Please do not be put off by the length of this list.",
        "Nobody brings everything on this list.",
        "Unsure whether you are right for it? Please still apply.",
        "Do send in a form all the same.",
        "In doubt? Apply anyway.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "Send in a form by 3 July.",
        "You have all the skills.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]
