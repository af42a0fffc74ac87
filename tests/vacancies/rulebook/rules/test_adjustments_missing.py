"""D13: neither adjustments nor other formats."""

import pytest

from tests.vacancies.rulebook.report import duties, hits

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


@pytest.mark.parametrize(
    "text",
    [
        "You can have this page in Braille or large print.",
        "Tell us if you need changes to the way we interview.",
        "Let us know how you work best.",
        "We can adapt the interview.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "You look after large print books and audio books.",
        "Say what readers need.",
        "You buy books for disabled people in hospital.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]
