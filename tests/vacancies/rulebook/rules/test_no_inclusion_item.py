"""A14: no item on values or inclusion."""

import pytest

from tests.vacancies.rulebook.report import essential, hits

RULE = "A14"


def test_fires_once_about_the_whole_text():
    assert hits(RULE, essential("Can spell", "Can count to ten and back"), "ps") == [""]
    assert hits(RULE, essential("Can spell", "Can count to ten and back")) == [""]


@pytest.mark.parametrize(
    "item",
    [
        "Works inclusively",
        "Knows what equality asks of a service",
        "Lives our values",
        "Treats everybody with respect",
        "Values diversity",
    ],
)
def test_stays_silent(item):
    assert hits(RULE, essential("Can spell", item), "ps") == []


def test_a_text_without_criteria_lacks_none():
    assert hits(RULE, "The library lends books to everybody.") == []


def test_respective_is_no_respect():
    assert hits(RULE, essential("Knows the respective forms"), "ps") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Essential\n- Treats all readers equally\n- Can count\n",
        "Essential\n- Understands what makes people feel excluded\n- Can count\n",
        "Essential\n- Treats everyone fairly\n- Can count\n",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "ps") == []


@pytest.mark.parametrize(
    "text",
    [
        "Essential\n- Welcomes readers at the desk\n- Can count\n",
        "Essential\n- Is of equal use at both desks\n- Can count\n",
    ],
)
def test_words_that_only_look_like_it_do_not(text):
    assert hits(RULE, text, "ps") == [""]
