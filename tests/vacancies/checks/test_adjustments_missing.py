"""D13: neither adjustments nor other formats."""

import pytest

from tests.vacancies.checks.report import duties, hits

RULE = "D13"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "Staff have internet access.",
        "You keep files in many formats.",
        "You help disabled library users.",
    ],
)
def test_fires_once(text):
    assert hits(RULE, text, "advert") == [""]
    assert hits(RULE, duties("Run the desk") + "\nNotes\n" + text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Tell us if you need reasonable adjustments.",
        "Ask for this advert in another format.",
        "We are a Disability Confident employer.",
        "Adjustments can be made.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []
