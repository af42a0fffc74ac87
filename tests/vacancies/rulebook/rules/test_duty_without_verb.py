"""B6: a duty that does not start with what the person does."""

import pytest

from tests.vacancies.rulebook.report import duties, essential, hits

RULE = "B6"


@pytest.mark.parametrize(
    ("duty", "place"),
    [
        ("To be responsible for the desk", "To be responsible for"),
        ("Responsible for the desk", "Responsible for"),
        ("Assist with shelving", "Assist with"),
        ("You will assist with shelving", "assist with"),
        ("The desk and its queue", "The"),
        ("Provision of a loan service", "Provision of"),
        ("Administration of the loans", "Administration of"),
    ],
)
def test_fires(duty, place):
    assert hits(RULE, duties(duty, "Run the desk")) == [place]


@pytest.mark.parametrize(
    "duty",
    [
        "Run the desk, so that readers get help",
        "To run the desk",
        "You will run the desk",
        "Ability to run a desk",
        "Assistants meet here",
    ],
)
def test_stays_silent(duty):
    assert hits(RULE, duties(duty, "Run the desk")) == []


def test_criteria_are_no_duties():
    assert hits(RULE, essential("Responsible for own work")) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Main duties\n- Cataloguing of new books\n- Cover for the desk\n- Bring books "
            "to the ward\n- Ensure that loans are returned\n- Training for nurses is yours to plan",
            ["Cataloguing of", "Cover for"],
        ),
    ],
)
def test_other_words_for_it(text, places):
    assert hits(RULE, text, "jd") == places
