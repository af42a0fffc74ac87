"""D20: nothing on the selection."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D20"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "The job has varied tasks.",
        "You will give presentations. There is a chair. Interviews are in July.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "At the interview there is a short task of 20 minutes.",
        "Interviews are in July. There is a test of shelving.",
        "We send the interview questions two days before.",
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
        "We send you the six questions before the interview.",
        "At the interview you will be asked to find an article in ten minutes.",
        "The interview includes a short talk on a topic of your choice.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "You answer questions at the desk.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]
