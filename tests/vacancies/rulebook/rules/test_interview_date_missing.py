"""D6: no interview date."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D6"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "Interviews will be held soon.",
        "You carry out reference interviews. The post starts in the autumn.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Interviews are on 21 July 2026.",
        "Interview date:\n21 July",
        "We expect to interview in the week of 20 July.",
        "Interview date\n\n21 July 2026",
        "21 July: interviews at the library.",
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
        "We hope to see people on 20 or 22 October.",
        "The selection day is 4 May 2026.",
        "We will meet candidates on Monday 4 May.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "You see readers every day in May.",
        "You meet suppliers on 4 May.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]
