"""D12: nobody to talk to."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D12"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "Contact the library for a chat.",
        "Our address is Box 01234 567890 12.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "For a chat, call Ana Bell on 01234 567890.",
        "Contact Ana Bell: ana.bell@trust.example.",
        "Ana Bell is happy to talk to you: (020) 7946 0000.",
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
        "Ask Ana Bell anything: 01632 960111.",
        "To find out more, write to ana@trust.example.",
        "Get in touch with Ana on 01632 960111.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "Find out more on our website.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]
