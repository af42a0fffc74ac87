"""D8: no flexible working offered."""

import pytest

from tests.vacancies.rulebook.report import duties, hits

RULE = "D8"


@pytest.mark.parametrize(
    "text",
    [
        "You will run the desk.",
        "You must have a flexible approach.",
        "You will need to work flexibly to meet the needs of the service.",
        "A flexible attitude is a must.",
        "The postholder is expected to be willing to work flexible hours.",
        "There is no flexible working in this post.",
    ],
)
def test_fires_once(text):
    assert hits(RULE, text, "advert") == [""]
    assert hits(RULE, duties("Run the desk") + "\nNotes\n" + text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "You can ask for flexible working from day one.",
        "We offer hybrid working.",
        "Job share is welcome.",
        "You may work from home two days a week.",
        "Compressed hours are possible.",
        "We are happy to talk about flexible working.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []
    assert hits(RULE, duties("Run the desk") + "\nNotes\n" + text) == []


def test_is_not_asked_of_a_person_specification():
    assert hits(RULE, "Essential\n- Can spell\n", "ps") == []


@pytest.mark.parametrize(
    "text",
    [
        "You choose your own hours.",
        "Jobs can be shared, and shorter weeks are possible.",
        "The rota can be arranged around you, and the days agreed with you.",
        "We are flexible about when you start.",
        "Would other hours suit you better? Talk to us.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "Flexible working hours are required.",
        "Flexibility is needed.",
        "You will be asked to work flexibly across sites.",
        "A flexible worker is wanted.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "We need some flexibility about hours from you.",
        "Hybrid working is not available for this post.",
        "Part-time staff cover Saturdays.",
        "Part-time, 22 hours a week.",
        "Job share cannot be offered.",
    ],
)
def test_words_of_it_that_offer_nothing_do_not(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Your hours will be agreed with you.",
        "Part-time hours are welcome.",
        "Hours are negotiable.",
    ],
)
def test_hours_that_are_open_do(text):
    assert hits(RULE, text, "advert") == []
