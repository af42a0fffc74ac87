"""D1: no pay in the advert."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D1"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk. Band 5.",
        "You will run a budget of £250,000.",
        "You will get a voucher worth £25.50.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Band 5, £29,970 to £36,483 a year. You run the desk.",
        "We pay £12.50 an hour.",
        "Pay: £29970.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_is_not_demanded_of_a_job_description():
    text = "Job description\n\nMain duties\n- Run the desk\n"
    assert hits(RULE, text, "jd") == hits(RULE, text) == hits(RULE, text, "ps") == []
