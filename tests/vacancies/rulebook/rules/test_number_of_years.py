"""A4: asks for a number of years."""

import pytest

from tests.vacancies.rulebook.report import desirable, essential, hits

RULE = "A4"


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("Two years of experience in an office", "Two years"),
        ("At least 3 years' experience", "3 years'"),
        ("5+ years working with the public", "5+ years"),
        ("3-5 years experience", "3-5 years"),
        ("Experience of teaching for two years", "two years"),
        ("Minimum of two years", "two years"),
        ("2 years post-qualification experience", "2 years"),
    ],
)
def test_fires(item, place):
    assert hits(RULE, essential(item), "ps") == [place]
    assert hits(RULE, desirable(item), "ps") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The post is for two years.",
        "Fixed term for two years, to cover maternity leave.",
        "This is a two years contract.",
        "You will write a plan for the next three years.",
        "We moved here five years ago.",
        "The library has served the hospital for 30 years.",
        "You need not have two years of experience.",
        "All staff take a course every two years.",
        "You must be 18 years of age.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_reads_prose_of_an_advert():
    assert hits(RULE, "You will have three years of experience.", "advert") == ["three years"]


@pytest.mark.parametrize(
    "text",
    [
        "Person specification\n\nEssential\n- Contract of three years\n- Plans for the "
        "next five years",
        "Person specification\n\nEssential\n- Can plan two years ahead",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "ps") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("You need three years in an office.", ["three years"]),
        ("At least a year's experience is required.", ["a year"]),
        ("You must have 18 months’ experience of teaching.", ["18 months’"]),
        ("The post is for two years and you need tact.", []),
        ("£29,000 a year, depending on experience.", []),
        ("You will have three years in this post.", []),
    ],
)
def test_other_words_for_it(text, places):
    assert hits(RULE, text, "advert") == places
