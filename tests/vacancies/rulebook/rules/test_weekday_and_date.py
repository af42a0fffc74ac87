"""D25: a day of the week that is not that of its date."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D25"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Interviews: Wednesday 10/02/2026", ["Wednesday 10/02/2026"]),
        ("Closes on Tues, 16th December 2026.", ["Tues, 16th December 2026"]),
        ("Interviews on 10 February 2026 (Wednesday).", ["10 February 2026 (Wednesday"]),
        ("Interviews: Tuesday 10/02/2026", []),
        ("Closes on Wednesday 16 December 2026.", []),
        ("Interviews on Wednesday 10 February", []),
        ("Open on Sunday, 31 February 2026", []),
    ],
)
def test_day_and_date(text, places):
    assert hits(RULE, text, "advert") == places
