"""D2: part-time pay without the full-time and the pro-rata figure."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "D2"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("This is a part-time post. Pay: £29,970 to £36,483 pro rata.", "part-time"),
        ("You work 22.5 hours a week. Pay: £29,970.", "22.5 hours"),
        ("You work 34.5 hours a week. Pay: £29,970.", "34.5 hours"),
    ],
)
def test_fires_where_the_text_says_part_time(text, place):
    assert hits(RULE, text, "advert") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "This is a part-time post. £29,970 a year full time, £17,982 for your hours.",
        "You work 37.5 hours a week. Pay: £29,970.",
        "This is a full-time post of 36 hours a week. Pay: £29,970.",
        "Full or part-time. Pay: £29,970.",
        "We consider part-time working. Pay: £29,970.",
        "The library is open 12 hours a day. Pay: £29,970.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


def test_no_pay_at_all_is_shown_by_both_rules_at_their_own_places():
    found = check("This is a part-time post at the hospital.", "advert").findings
    assert {finding.rule for finding in found} >= {"D1", "D2"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The post is 0.6 WTE. Pay: £29,970.", ["0.6 WTE"]),
        ("We are five people, two of them part time. Pay: £29,970.", []),
        ("You manage two part-time assistants. Pay: £29,970.", []),
        ("We are glad to talk about part-time hours. Pay: £29,970.", []),
        ("The reading room is open 30 hours a week. Pay: £29,970.", []),
    ],
)
def test_other_words_for_it(text, places):
    assert hits(RULE, text, "advert") == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A full-time position of 35 hours a week. Pay: £30,000.", []),
        ("A full-time post of 30 hours a week. Pay: £30,000.", []),
        ("36 hours a week. Pay: £30,000 a year.", []),
        ("20 hours a week, paid at £13.20 an hour.", []),
        ("30 hours a week. Pay: £30,000, the full-time salary.", ["30 hours"]),
        ("Full time or part time, 30 hours a week. Pay: £30,000.", ["30 hours"]),
    ],
)
def test_what_calls_itself_full_time(text, places):
    assert hits(RULE, text, "advert") == places
