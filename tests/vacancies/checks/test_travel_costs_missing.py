"""D21: nothing on travel to the interview."""

import pytest

from tests.vacancies.checks.report import hits

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
