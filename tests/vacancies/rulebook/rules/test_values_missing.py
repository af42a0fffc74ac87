"""B9: neither values nor mission."""

import pytest

from tests.vacancies.rulebook.report import duties, hits

RULE = "B9"


@pytest.mark.parametrize(
    "duty", ["Run the desk", "Read p-values and admission figures", "Take commission from nobody"]
)
def test_fires_once(duty):
    assert hits(RULE, duties(duty)) == [""]
    assert hits(RULE, f"You will do this: {duty}.", "advert") == [""]


@pytest.mark.parametrize(
    "line",
    ["Our values are kindness and care.", "Our mission is care.", "The Trust exists to heal."],
)
def test_stays_silent(line):
    assert hits(RULE, duties("Run the desk") + f"\nAbout us\n{line}") == []


@pytest.mark.parametrize(
    "text",
    [
        "We are here to give staff the facts they need.",
        "What we stand for is kindness.",
        "The Board believes in openness.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "The team values its readers.",
        "You count missing values and p-values.",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "advert") == [""]
