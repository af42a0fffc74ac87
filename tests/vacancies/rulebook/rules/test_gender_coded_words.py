"""C5: gender-coded words."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "C5"


def test_fires_once_at_the_first_masculine_word_and_lists_both():
    text = "We want a competitive, ambitious and dominant person who is kind."
    assert hits(RULE, text, "advert") == ["competitive"]
    message = next(f.message for f in check(text, "advert").findings if f.rule == RULE)
    assert "competitive, ambitious, dominant" in message, "the masculine words are listed"
    assert "kind" in message


@pytest.mark.parametrize(
    "text",
    [
        "Northfield Hospitals NHS Foundation Trust is responsible for the support of individuals.",
        "You will lead on analytical work and set objectives for individuals.",
        "The competencies needed are in the decision log of the workforce team.",
        "You handle sensitive data and support the committee.",
        "Our data-driven, interactive and reactive service has an active directory.",
        "You are ambitious and kind, honest and warm.",
        "An ambitious plan.",
        "Christchurch lies by the sea.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_feminine_words_alone_are_no_finding():
    assert hits(RULE, "You are gentle, warm, tender, loyal and polite.", "advert") == []
