"""Flexible working, and working at home."""

from tests.each import each
from tests.vacancies.rulebook.report import duties, hits


@each(
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
def test_flexible_working_missing_fires_once(text):
    assert hits("D8", text, "advert") == [""]
    assert hits("D8", duties("Run the desk") + "\nNotes\n" + text) == [""]


@each(
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
def test_flexible_working_missing_stays_silent(text):
    assert hits("D8", text, "advert") == []
    assert hits("D8", duties("Run the desk") + "\nNotes\n" + text) == []


def test_flexible_working_missing_is_not_asked_of_a_person_specification():
    assert hits("D8", "Essential\n- Can spell\n", "ps") == []


@each(
    "text, found",
    [
        ("You choose your own hours.", []),
        ("Jobs can be shared, and shorter weeks are possible.", []),
        ("The rota can be arranged around you, and the days agreed with you.", []),
        ("We are flexible about when you start.", []),
        ("Would other hours suit you better? Talk to us.", []),
        ("Flexible working hours are required.", [""]),
        ("Flexibility is needed.", [""]),
        ("You must be flexible.", [""]),
        ("You have a flexible approach to work.", [""]),
        ("The postholder will work flexibly to meet the needs of the service.", [""]),
        ("You will be asked to work flexibly across sites.", [""]),
        ("A flexible worker is wanted.", [""]),
        ("We need some flexibility about hours from you.", [""]),
        ("Hybrid working is not available for this post.", [""]),
        ("Part-time staff cover Saturdays.", [""]),
        ("Part-time, 22 hours a week.", [""]),
        ("Job share cannot be offered.", [""]),
        ("Your hours will be agreed with you.", []),
        ("Part-time hours are welcome.", []),
        ("Hours are negotiable.", []),
    ],
)
def test_flexible_working_missing(text, found):
    assert hits("D8", text, "advert") == found


@each(
    "text, place",
    [
        ("We offer hybrid working.", "hybrid working"),
        ("You can work from home.", "work from home"),
        ("Home working is possible.", "Home working"),
    ],
)
def test_days_at_home_missing_fires_at_the_offer(text, place):
    assert hits("D9", text, "advert") == [place]
    assert hits("D9", text) == [place]


@each(
    "text",
    [
        "You can work from home two days a week.",
        "We offer hybrid working, with 40% of the week at home.",
        "Hybrid working: one or two days a week at home.",
        "There is no home working in this post.",
        "This post cannot be done from home because readers come to the desk.",
        "You can't work from home in this post.",
        "You will visit care homes.",
    ],
)
def test_days_at_home_missing_stays_silent(text):
    assert hits("D9", text, "advert") == []


def test_days_at_home_missing_one_number_answers_every_mention():
    text = "We offer hybrid working. You can work from home two days a week."
    assert hits("D9", text, "advert") == []
