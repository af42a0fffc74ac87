"""D10: development is not offered early."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D10"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "You are the trainee of the desk.",
        "The library is near the train station.",
        "You will deliver training to staff.",
        "word " * 100 + "We will train you.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "We will train you.",
        "You will learn how a library works.",
        "There is a chance to shadow others.",
        "We support your development.",
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
        "We pay for a course in your first year.",
        "You can gain a diploma here.",
        "We teach you what you need.",
        "You will be coached by the head.",
        "There is room to grow.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "You teach readers how to search.",
        "You will run courses.",
        "You coach students of nursing.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "The post is in the Learning and Development directorate.",
        "You will lead staff development.",
        "You answer for the development of the library service.",
        "You will support workforce training.",
    ],
)
def test_development_of_others_or_of_a_thing_does_not(text):
    assert hits(RULE, text, "advert") == [""]
