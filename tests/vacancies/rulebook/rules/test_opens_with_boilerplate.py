"""D11: the advert opens with the Trust."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D11"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We are an NHS Foundation Trust serving Northfield.", "Foundation Trust serving"),
        ("Northfield is one of the largest Trusts in England.", "one of the largest"),
        ("The Trust employs over 9,000 staff.", "employs over"),
    ],
)
def test_fires(text, place):
    assert hits(RULE, text, "advert")[:1] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "You will help staff find evidence.",
        "You will help staff. " * 20 + "We are one of the largest Trusts.",
        "",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_a_job_description_may_open_so():
    assert hits(RULE, "Northfield is one of the largest Trusts.", "jd") == []
