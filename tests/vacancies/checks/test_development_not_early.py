"""D10: development is not offered early."""

import pytest

from tests.vacancies.checks.report import hits

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
