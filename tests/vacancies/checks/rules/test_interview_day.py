"""D23: interviews on a bank holiday, at a weekend or in a week full of holidays."""

from datetime import date

import pytest

from tests.vacancies.checks.rules.vacancy import hits, messages, numbers, variants

RULE = "D23"


@pytest.mark.parametrize(
    ("day", "nation", "said"),
    [
        (
            date(2027, 5, 3),
            "ENG",
            "3 May 2027, a bank holiday in England and Wales. The next working day is 4 May 2027.",
        ),
        (
            date(2027, 7, 12),
            "NIR",
            "12 July 2027, a bank holiday in Northern Ireland. The next "
            "working day is 13 July 2027.",
        ),
        (
            date(2027, 3, 28),
            "SCT",
            "28 March 2027, a Sunday. The next working day is 29 March 2027.",
        ),
        (
            date(2027, 3, 28),
            "ENG",
            "28 March 2027, a Sunday. The next working day is 30 March 2027.",
        ),
        (
            date(2026, 12, 25),
            "ENG",
            "25 December 2026, a bank holiday in England and Wales. The "
            "next working day is 29 December 2026.",
        ),
        (
            date(2027, 10, 30),
            "ENG",
            "30 October 2027, a Saturday. The next working day is 1 November 2027.",
        ),
    ],
)
def test_fires_with_the_next_working_day_in_words(day, nation, said):
    assert messages(RULE, interview_on=day, nation=nation) == [f"The interviews are on {said}"]


def test_fires_in_a_week_full_of_holidays():
    assert variants(RULE, interview_on=date(2027, 12, 29)) == ["quiet_week"]
    assert numbers(RULE, interview_on=date(2027, 12, 29)) == [3]


@pytest.mark.parametrize(
    ("day", "nation"),
    [
        (date(2027, 3, 8), "ENG"),
        # 12 July is a holiday in Northern Ireland alone, Easter Monday is none in Scotland.
        (date(2027, 7, 12), "ENG"),
        (date(2027, 3, 29), "SCT"),
        # Four working days are enough.
        (date(2027, 5, 5), "ENG"),
        (date(2028, 2, 29), "ENG"),
    ],
)
def test_stays_silent(day, nation):
    assert hits(RULE, interview_on=day, nation=nation) == []


def test_stays_silent_without_a_day():
    assert hits(RULE, interview_on=None) == []
