"""C8: the advert does not speak to the reader."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "C8"


def test_fires_once():
    assert hits(RULE, "The postholder will run the desk. Youth is no matter.", "advert") == [""]


@pytest.mark.parametrize("word", ["You", "Your", "You'll", "You’ll"])
def test_stays_silent(word):
    assert hits(RULE, f"{word} do the desk. The library lends books.", "advert") == []


def test_is_asked_of_adverts_alone():
    text = "The postholder will run the desk."
    assert hits(RULE, text, "jd") == hits(RULE, text, "ps") == hits(RULE, text) == []
