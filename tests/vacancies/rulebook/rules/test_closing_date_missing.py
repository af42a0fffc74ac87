"""D4: no closing date."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D4"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "Closing the library at 8pm is part of the job.",
        "You help with closing the library on 24 December.",
        "The library closes on 24 December each year.",
        "Closing date: to be confirmed.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Closing date: 10 July 2026.",
        "Closing date:\t10/07/2026",
        "Please apply by Friday 3rd July.",
        "The advert closes on 3 July.",
        "Applications must reach us by July 10.",
        "Closes: 3 July 2026",
        "Closing date\n\n10 July 2026",
        "Closing date:\r\nFriday 10 July 2026",
        "Deadline for applications: midnight on 3 July 2026.",
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
        "Send your form by midnight on Sunday 8 March 2026.",
        "Applications are due by 3 July.",
        "The last day to apply is 3 July.",
        "The vacancy is open from 3 to 14 August 2026.",
        "Applications close at noon on 5 June 2026.",
        "You have until 5 June to apply.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "You finish each report by 3 July.",
        "The desk is open until 8pm.",
        "Send in the statistics on time.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "• Closing date\n• 12 March 2027",
        "* Closing date\n\n* Friday 12 March 2027",
        "Closing date\t12 March 2027",
        "To apply, send a CV and covering letter to the address below by 12 March 2027.",
    ],
)
def test_label_and_value_may_be_apart(text):
    assert hits(RULE, text, "advert") == []
