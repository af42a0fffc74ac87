"""D14: no equality statement that names something."""

import pytest

from tests.vacancies.rulebook.report import hits

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


@pytest.mark.parametrize(
    "text",
    [
        "Disabled applicants who meet the criteria are sure of an interview.",
        "We would especially like to hear from people of colour, who are few in our team.",
        "Names are taken off before we read your application.",
        "Our workforce includes few Black colleagues, and we want to change that.",
        "We welcome applications from veterans.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "We welcome applications from everybody.",
        "We are an inclusive employer.",
        "We treat applicants alike whatever their age, sex, disability, race, religion or belief.",
        "You teach carers and parents of patients.",
        "We would love to hear from you.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]
