"""D14: no equality statement that names something."""

import pytest

from tests.vacancies.checks.report import hits

RULE = "D14"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "We are an equal opportunities employer.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "We welcome applications from people of the global majority.",
        "People from under-represented groups can join our staff network.",
        "We are Disability Confident.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_is_not_demanded_of_a_job_description():
    text = "Job description\n\nMain duties\n- Run the desk\n"
    assert hits(RULE, text, "jd") == hits(RULE, text) == hits(RULE, text, "ps") == []
