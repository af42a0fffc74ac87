"""D5: too little time to apply."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "D5"


@pytest.mark.parametrize(
    "text",
    [
        "Advert opens: 1 March 2026. Closing date: 8 March 2026.",
        "Advert opens: 10 July 2026. Closing date: 27 July 2026.",
        "Opening date: 14/12/2026. Closing date: 31/12/2026.",
        "Posted on 28 December. Closing date: 3 January.",
    ],
)
def test_fires_once_about_the_whole_text(text):
    assert hits(RULE, text, "advert") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Advert opens: 1 March 2026. Closing date: 15 March 2026.",
        "Advert opens: 1 July 2026. Closing date: 22 July 2026.",
        "Closing date: 8 March 2026.",
        "Advert opens: 31 February 2026. Closing date: 8 March 2026.",
        "Advert opens: 9 March 2026. Closing date: 8 March 2026.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_gives_the_days_in_words():
    text = "Advert opens: 1 March 2026. Closing date: 8 March 2026."
    messages = [f.message for f in check(text, "advert").findings if f.rule == RULE]
    assert messages == ["People have 7 days to apply. Give them at least 14."]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The vacancy is open from 3 to 14 August 2026.", [""]),
        ("This advert went live on 20 July 2026. Apply by 4 August 2026.", [""]),
        ("Opens 3 March 2026. Closes 25 March 2026.", []),
    ],
)
def test_other_words_for_it(text, places):
    assert hits(RULE, text, "advert") == places
