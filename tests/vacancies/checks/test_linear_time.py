"""No pattern of the package can be made to run away.

Three proofs. No pattern nests one unlimited repetition in another. Each pattern, by itself, takes
about twice the time for twice the text, on hostile texts and on texts made of its own beginnings.
So does the whole check. Compared are two sizes of one text, and a slow moment gets another try:
no bound is in seconds.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from time import process_time

import pytest

from vacancies import checks as package
from vacancies.checks.check import check
from vacancies.checks.document import Document
from vacancies.checks.patterns import Phrases
from vacancies.checks.registry import checks

SHORT, TIMES = 2_000, 4
WHOLE = 5_000
GENEROUS = 2.0
"""A quadratic pattern takes 16 times as long for 4 times the text, a linear one 4; 8 is between."""

TOO_QUICK_TO_MEASURE = 0.002
TRIES = 6
LONGEST_SAMPLE = 400


def _patterns() -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            inside = value.values() if isinstance(value, dict) else [value]
            for index, one in enumerate(inside):
                pattern = one.pattern if isinstance(one, Phrases) else one
                if isinstance(pattern, re.Pattern):
                    found[f"{info.name.removeprefix('vacancies.checks.')}.{name}.{index}"] = pattern
    return {name: found[name] for name in _first_names(found)}


def _first_names(found: dict[str, re.Pattern[str]]) -> list[str]:
    """Return a name for each pattern; one that a module imports is tested where it is made."""
    names: dict[re.Pattern[str], str] = {}
    for name in sorted(found):
        names.setdefault(found[name], name)
    return sorted(names.values())


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
    "from right to left": "\u202eשלום عمل ",
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


@pytest.mark.parametrize("name", PATTERNS)
def test_no_repetition_is_nested(name):
    assert list(_unlimited(parser.parse(PATTERNS[name].pattern, PATTERNS[name].flags))) == []


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
            made += next((c for c in "a1 -.,(\t\n£“é" if _is_in(argument, c)), "x")
        elif operation in (codes.ANY, codes.NOT_LITERAL):
            made += "a"
        elif operation in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            made += _sample(argument[2], branch) * min(int(argument[1]), 40)
        elif operation is codes.SUBPATTERN:
            made += _sample(argument[-1], branch)
        elif operation is codes.BRANCH:
            made += _sample(argument[1][branch % len(argument[1])], branch)
    return made[:LONGEST_SAMPLE]


def _is_in(items, character: str) -> bool:
    negated = items[0][0] is codes.NEGATE
    code = ord(character)
    inside = any(
        (kind is codes.LITERAL and value == code)
        or (kind is codes.RANGE and value[0] <= code <= value[1])
        or (kind is codes.CATEGORY and _is_of(value, character))
        for kind, value in items
    )
    return inside != negated


def _is_of(category, character: str) -> bool:
    word = character.isalnum() or character == "_"
    return {
        codes.CATEGORY_WORD: word,
        codes.CATEGORY_NOT_WORD: not word,
        codes.CATEGORY_DIGIT: character.isdigit(),
        codes.CATEGORY_SPACE: character.isspace(),
        codes.CATEGORY_NOT_SPACE: not character.isspace(),
    }[category]


def _units(pattern: re.Pattern[str]) -> list[str]:
    parsed = parser.parse(pattern.pattern, pattern.flags)
    own = {_sample(parsed, branch) for branch in range(4)}
    cut = {text[: 2 * len(text) // 3] for text in own}
    return [unit for unit in [*HOSTILE.values(), *sorted(own | cut)] if unit]


def _search(pattern: re.Pattern[str], text: str) -> Callable[[], None]:
    def work() -> None:
        for _ in pattern.finditer(text):
            pass

    return work


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _grows_no_faster_than_the_text(
    make: Callable[[str], Callable[[], object]], unit: str, size: int
):
    """Whether, in one of a few tries, `TIMES` the text costs less than twice `TIMES` the time."""
    short = make((unit * (size // len(unit) + 1))[:size])
    long = make((unit * (TIMES * size // len(unit) + 1))[: TIMES * size])
    few = many = float("inf")
    for _ in range(TRIES):
        many = min(many, _seconds(long))
        if many < GENEROUS * TIMES * TOO_QUICK_TO_MEASURE:
            return True
        few = min(few, max(_seconds(short), TOO_QUICK_TO_MEASURE))
        if many < GENEROUS * TIMES * few:
            return True
    return False


@pytest.mark.parametrize("name", PATTERNS)
def test_each_pattern_takes_time_in_proportion_to_the_text(name):
    pattern = PATTERNS[name]
    slow = [
        unit
        for unit in _units(pattern)
        if not _grows_no_faster_than_the_text(lambda text: _search(pattern, text), unit, SHORT)
    ]
    assert slow == []


def test_a_pattern_that_runs_away_would_be_found():
    quadratic = re.compile(r"a+b")
    assert not _grows_no_faster_than_the_text(lambda text: _search(quadratic, text), "a", SHORT)


@pytest.mark.parametrize("name", HOSTILE)
def test_the_whole_check_takes_time_in_proportion_to_the_text(name):
    def make(text: str) -> Callable[[], object]:
        return lambda: check(text)

    assert _grows_no_faster_than_the_text(make, HOSTILE[name], WHOLE)


@pytest.mark.parametrize("unit", ["a", "he ", "- 1.1) or the "])
def test_one_line_of_200_000_characters_is_checked(unit):
    line = unit * (200_000 // len(unit))
    assert check(line, "advert").summary.words == len(Document(line).words)
