"""D22: no visit and no talk."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D22"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "To apply, visit our website.",
        "You will make site visits.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "You are welcome to visit.",
        "For an informal chat, call Ana.",
        "Come and meet the team.",
        "There is an open day in June.",
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
        "You can drop in on any weekday.",
        "Ring Ana for a guided tour.",
        "Speak to Ana about the job.",
        "Come and sit with the team for an hour.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "You will talk to patients.",
        "You visit wards.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]
