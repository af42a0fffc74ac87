"""No pattern that reads what people send can be made to run away.

Two proofs. No pattern nests one unlimited repetition in another. Each pattern, by itself, takes
about as many more steps as there is more text, on hostile texts and on texts made of its own
beginnings. Steps are counted by `steps.py`, so the result is the same on every machine; the whole
check is timed in the benchmark.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

from kls_portal import personal_data, readability
from tests.vacancies.checks.hostile import HOSTILE, repeated
from tests.vacancies.checks.steps import CountingMatcher, TooManyStepsError, is_in
from vacancies import checks as checks_package
from vacancies import reading
from vacancies.checks.check import check
from vacancies.checks.document import Document
from vacancies.checks.patterns import Phrases
from vacancies.checks.registry import checks

SHORT, TIMES = 160, 4
GENEROUS = 2
"""For 4 times the text a quadratic pattern takes 16 times the steps, a linear one 4."""

MOST_FOR_A_CHARACTER = 1_000
LONGEST_SAMPLE = 160


def _patterns() -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    packages = (checks_package, reading, readability, personal_data)
    for info in (
        one
        for package in packages
        for one in pkgutil.walk_packages(package.__path__, package.__name__ + ".")
    ):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            inside = value.values() if isinstance(value, dict) else [value]
            for index, one in enumerate(inside):
                pattern = one.pattern if isinstance(one, Phrases) else one
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                    found[f"{info.name.removeprefix('vacancies.checks.')}.{name}.{index}"] = pattern
    return {name: found[name] for name in _first_names(found)}


def _first_names(found: dict[str, re.Pattern[str]]) -> list[str]:
    """Return a name for each pattern; one that a module imports is tested where it is made."""
    names: dict[re.Pattern[str], str] = {}
    for name in sorted(found):
        names.setdefault(found[name], name)
    return sorted(names.values())


PATTERNS = _patterns()


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


def test_no_repetition_is_nested():
    parsed = {name: parser.parse(one.pattern, one.flags) for name, one in PATTERNS.items()}
    assert [name for name, pattern in parsed.items() if list(_unlimited(pattern))] == []


def test_a_nested_repetition_would_be_found():
    assert list(_unlimited(parser.parse(r"(?:a+|b)*c"))) != []
    assert list(_unlimited(parser.parse(r"(?:a{1,5}|b)*c"))) == []


def _sample(parsed, branch: int) -> str:
    """Return a text that the beginning of a pattern matches, its repetitions at their longest."""
    made = ""
    for operation, argument in parsed:
        if len(made) > LONGEST_SAMPLE:
            break
        if operation is codes.LITERAL:
            made += chr(argument)
        elif operation is codes.IN:
            made += next((c for c in "a1 -.,(\t\n£“é" if is_in(argument, {c})), "x")
        elif operation in (codes.ANY, codes.NOT_LITERAL):
            made += "a"
        elif operation in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            made += _sample(argument[2], branch) * min(int(argument[1]), 40)
        elif operation is codes.SUBPATTERN:
            made += _sample(argument[-1], branch)
        elif operation is codes.BRANCH:
            made += _sample(argument[1][branch % len(argument[1])], branch)
    return made[:LONGEST_SAMPLE]


def _units(pattern: re.Pattern[str]) -> list[str]:
    parsed = parser.parse(pattern.pattern, pattern.flags)
    own = {_sample(parsed, branch) for branch in range(4)}
    cut = {text[: 2 * len(text) // 3] for text in own}
    return [unit for unit in [*HOSTILE.values(), *sorted(own | cut)] if unit]


def _running_away(pattern: re.Pattern[str], units: Iterable[str]) -> list[str]:
    matcher = CountingMatcher(pattern)
    return [unit for unit in units if _runs_away(matcher, pattern, unit)]


def _runs_away(matcher: CountingMatcher, pattern: re.Pattern[str], unit: str) -> bool:
    """Whether `TIMES` the text takes more than `GENEROUS` times `TIMES` the steps."""
    short = repeated(unit, SHORT)
    try:
        found = matcher.finditer(short, most=MOST_FOR_A_CHARACTER * SHORT)
        assert found == [match.span() for match in pattern.finditer(short)]
        allowed = GENEROUS * TIMES * max(matcher.steps, SHORT)
        matcher.finditer(repeated(unit, TIMES * SHORT), most=allowed)
    except TooManyStepsError:
        return True
    return False


@pytest.mark.parametrize("name", PATTERNS)
def test_each_pattern_takes_steps_in_proportion_to_the_text(name):
    pattern = PATTERNS[name]
    assert _running_away(pattern, _units(pattern)) == []


@pytest.mark.parametrize("pattern", ["a+b", "(?:a|aa)+b", "“[^”]+”", "a*a*b"])
def test_a_pattern_that_runs_away_would_be_found(pattern):
    assert _running_away(re.compile(pattern), ["a", "“a"]) != []


@pytest.mark.parametrize("unit", ["a", "he ", "- 1.1) or the "])
def test_one_line_of_200_000_characters_is_checked(unit):
    line = unit * (200_000 // len(unit))
    assert check(line, "advert").summary.words == len(Document(line).words)
