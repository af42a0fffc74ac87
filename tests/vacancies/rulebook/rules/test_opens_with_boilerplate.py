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


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (
            "Northfield Hospitals NHS Trust has three sites and looks after people in two towns.",
            True,
        ),
        ("The University of Northfield was founded to teach the nurses of the north.", True),
        ("Our hospital library is open all night and needs a friendly person like you.", False),
        ("You will work in a Trust that has three sites in two towns and one library.", False),
        ("Northfield NHS Trust, Northfield", False),
    ],
)
def test_a_first_sentence_about_the_employer(text, is_found):
    assert hits(RULE, text, "advert") == [text] * is_found
