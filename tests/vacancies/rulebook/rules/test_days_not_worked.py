"""D24: the advert closes on a bank holiday or at a weekend."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D24"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Closing date: Monday 3 May 2027", ["3 May 2027"]),
        ("Closing date: 25 December 2026", ["25 December 2026"]),
        ("Closing date: Sunday 10 January 2027", ["10 January 2027"]),
        ("NHS Lothian, Scotland\n\nClosing date: 30 November 2026", ["30 November 2026"]),
        ("Closing date: 30 November 2026", []),
        ("Closing date: 4 May 2027", []),
        ("Closing date: 25 December", []),
        ("The library is closed on 25 December 2026.", []),
    ],
)
def test_the_day_the_advert_closes(text, places):
    assert hits(RULE, text, "advert") == places
