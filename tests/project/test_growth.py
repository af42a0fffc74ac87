"""Twice the text is about twice the work, whatever the text: nobody makes the portal run long.

Counted are lines of Python and characters of the text, so a slow machine changes nothing. That no
pattern runs away by itself is proved in `tests/vacancies/rulebook/test_linear_time.py`; what C does
inside one call is timed by `make bench`.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from kls_portal.personal_data import personal_data
from kls_portal.personal_data.sensitive_matches import sensitive_matches
from tests.each import each
from tests.project.growing import Counted, characters_read, lines_run
from tests.vacancies.rulebook.hostile import HOSTILE, WHOLE, repeated
from vacancies.reading.headings import section_of
from vacancies.reading.old_job import ReadingError, fitted
from vacancies.reading.reading import old_job_from_text
from vacancies.rulebook.check import check
from vacancies.rulebook.finding import pieces

SHORT = 800
MOST = 2.6
UNITS = {**HOSTILE, **WHOLE}


def checked(text: str) -> None:
    section_of.cache_clear()
    found = check(text)
    list(pieces(text, found.findings))


def read(text: str) -> None:
    with suppress(ReadingError):
        fitted(old_job_from_text(text))


WORKS: dict[str, Callable[[str], Any]] = {
    "check": checked,
    "read": read,
    "personal data": lambda text: personal_data(text, alone=True, posts=True),
    "concerns": sensitive_matches,
}


@each("work", WORKS)
def test_twice_the_text_runs_about_twice_the_lines(work):
    WORKS[work]("Answers enquiries of readers.")
    grown = {name: _grown(lines_run, WORKS[work], unit) for name, unit in UNITS.items()}
    assert {name: ratio for name, ratio in grown.items() if ratio > MOST} == {}


@pytest.mark.thorough
@pytest.mark.parametrize("work", ["check", "personal data", "concerns"])
def test_twice_the_text_is_read_about_twice_as_far(work):
    grown = {name: _grown(characters_read, WORKS[work], unit, 4) for name, unit in UNITS.items()}
    assert {name: ratio for name, ratio in grown.items() if ratio > MOST} == {}


def many_columns(length: int) -> str:
    """A table of which one half is its head: each row may be assessed in each of its columns."""
    ways, rows = ("A/I\t" * (length // 8), "a\tb\n" * (length // 8))
    return f"Essential\tDesirable\t{ways}\n{rows}"


def test_a_table_with_many_columns_and_many_rows_is_read_in_proportion():
    short, long = (lines_run(read, many_columns(n * SHORT)) for n in (4, 8))
    assert long / short < MOST


def _grown(
    count: Callable[..., int], work: Callable[[str], Any], unit: str, times: int = 1
) -> float:
    """Return how many times the work twice the text takes; what is less than the text is little."""
    length = times * SHORT
    short, long = (count(work, repeated(unit, n * length)) for n in (1, 2))
    return long / max(short, length)


def test_work_that_grows_with_the_square_would_be_found():
    def over_again(text: str) -> None:
        for number in range(len(text)):
            text[:number].strip()

    def in_pairs(text: str) -> None:
        for _ in text:
            for _ in text:
                pass

    assert _grown(characters_read, over_again, "a") > MOST
    assert _grown(lines_run, in_pairs, "a") > MOST
    assert characters_read(lambda text: text.lower().find("b", 2), "a" * 10) == 8
    assert Counted("abc")[1:] == "bc"
