"""No pattern of the package can be made to run away.

Two proofs: no pattern nests one unlimited repetition in another or chains two over the same
characters, and on hostile texts ten times the length costs about ten times the time.
"""

import importlib
import pkgutil
import re
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from time import process_time

import pytest

from vacancies import checks as package
from vacancies.checks.check import check
from vacancies.checks.document import Document
from vacancies.checks.registry import checks

SHORT, LONG = 20_000, 200_000
GENEROUS = 4.0
TOO_QUICK_TO_MEASURE = 0.05


def _patterns() -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            inside = value.values() if isinstance(value, dict) else [value]
            for index, one in enumerate(inside):
                if isinstance(one, re.Pattern):
                    found[f"{info.name}.{name}.{index}"] = one
    return found


PATTERNS = _patterns()
HOSTILE = {
    "spaces": " ",
    "line ends": "\n",
    "letters": "a",
    "capitals": "A",
    "digits": "1",
    "words": "or the ",
    "years": "2 years or 3 to ",
    "dates": "1 may 2026 closing date 1",
    "quotes": "“a",
    "straight quotes": '" ',
    "stops": "e.g. a.b. ",
    "hyphens": "a-",
    "bullets": "- 1.1.1) ",
    "tabs": "e\td\t\n",
    "brackets": "(ABC (",
    "pounds": "£1 to £",
    "pronouns": "he/she his or ",
    "interviews": "interview ",
    "addresses": "a@a.",
    "headings": "essential criteria and and ",
}


def test_every_module_is_looked_at():
    assert len(PATTERNS) > 80
    assert len(checks()) >= 48


def _unlimited(parsed, inside=False):
    """Yield what is wrong: an unlimited repetition inside another that shares its characters."""
    for operation, argument in parsed:
        if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            _, most, body = argument
            endless = most is codes.MAXREPEAT
            if endless and inside and not _opens_with_a_separator(body):
                yield body
            yield from _unlimited(body, inside or endless)
        elif operation is codes.SUBPATTERN:
            yield from _unlimited(argument[-1], inside)
        elif operation is codes.BRANCH:
            for branch in argument[1]:
                yield from _unlimited(branch, inside)


def _opens_with_a_separator(body) -> bool:
    """Whether a repetition is of the words of WORD, which a hyphen or an apostrophe divides."""
    return str(body) == str(parser.parse(r"[^\W_]"))


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_no_repetition_is_nested(name):
    assert list(_unlimited(parser.parse(PATTERNS[name].pattern, PATTERNS[name].flags))) == []


def _seconds(document: Document) -> float:
    start = process_time()
    for pattern in PATTERNS.values():
        for _ in pattern.finditer(document.folded):
            pass
    return process_time() - start


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_ten_times_the_text_costs_about_ten_times_the_time(name):
    unit = HOSTILE[name]
    short, long = (unit * (length // len(unit)) for length in (SHORT, LONG))
    few = max(_seconds(Document(short)), TOO_QUICK_TO_MEASURE)
    assert _seconds(Document(long)) < GENEROUS * few * (LONG / SHORT)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_the_whole_check_grows_no_faster_than_the_text(name):
    unit = HOSTILE[name]
    times = []
    for length in (SHORT, LONG):
        start = process_time()
        check(unit * (length // len(unit)))
        times.append(max(process_time() - start, TOO_QUICK_TO_MEASURE))
    assert times[1] < GENEROUS * times[0] * (LONG / SHORT)
