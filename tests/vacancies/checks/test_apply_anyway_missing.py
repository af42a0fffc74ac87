"""D16: nobody is told to apply anyway."""

import pytest

from tests.vacancies.checks.report import hits

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
