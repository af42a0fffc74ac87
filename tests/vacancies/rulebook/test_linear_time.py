"""No pattern that reads what people send can be made to run away.

Two proofs, the same on every machine. No repetition is without a limit where something may fail
behind it, so that what a pattern tries at one place has a limit, however long the text. And that
limit is low: PCRE2 goes back as Python's `re` does, and stops where a pattern tries too much at one
place of a hostile text, or of one that begins as the pattern does. The whole check is timed in the
benchmark.
"""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache

import pcre2
import pytest

import guidance
import kls_portal
import vacancies
from tests.each import each
from tests.vacancies.rulebook.hostile import HOSTILE, repeated
from vacancies.rulebook.check import check
from vacancies.rulebook.document import Document
from vacancies.rulebook.registry import TEXT_RULES
from vacancies.rulebook.words import Phrases

ENOUGH, SHORT = 2_000, 200
"""What a pattern tries at one place has a limit, so a text of twice the highest limit will do."""
LIMIT = re.compile(r"\{\d*,?(\d+)\}")
MOST_FOR_A_PLACE = 10_000
"""A list of names that a pattern looks for counts for each name."""
NOT_PATTERNS = (".migrations", ".management", ".wsgi")
# Pieces of a pattern: an escaped sign, a set, a repetition, any other sign.
PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[*+]|\{\d*,?\d*\}\+?|.", re.DOTALL)
# Nothing can fail behind the repetition without a limit, though more follows it.
CANNOT_FAIL = {
    r"[^\W_]+(?:['’-][^\W_]+)*",
    r"[^\W_]+(?:['’][^\W_]+)*",
    r"(?:[^\s/\-]|[/\-](?![A-Za-z])){25,}",
    r"\S+\s*",
}


def _within(value: object) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of a value: in a row, in a table, or made once by a function."""
    if isinstance(value, Phrases):
        yield value.pattern
    elif isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict):
        yield from _within([*value.values()])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _within(one)
    elif hasattr(value, "cache_info"):
        made = inspect.signature(value)
        if "Pattern" in str(made.return_annotation) and not made.parameters:
            yield from _within(value())


def _patterns() -> dict[str, re.Pattern[str]]:
    found: dict[re.Pattern[str], str] = {}
    for package in (kls_portal, guidance, vacancies):
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if any(part in info.name for part in NOT_PATTERNS):
                continue
            for name, value in vars(importlib.import_module(info.name)).items():
                for index, pattern in enumerate(_within(value)):
                    found.setdefault(pattern, f"{info.name}.{name}.{index}")
    return {name: pattern for pattern, name in found.items()}


PATTERNS = _patterns()
LIMITED = {name: one for name, one in PATTERNS.items() if one.pattern not in CANNOT_FAIL}


def test_every_module_is_looked_at():
    assert len(PATTERNS) > 240
    assert len(TEXT_RULES.judges) >= 48
    for package in (
        "kls_portal.personal_data.names._patterns",
        "guidance.texts.rules.local_links.",
        "vacancies.reading.",
    ):
        assert any(name.startswith(package) for name in PATTERNS), package


def without_a_limit(pattern: str) -> list[str]:
    """Return the repetitions without a limit, but one of a set that ends the pattern."""
    pieces = PIECE.findall(pattern)
    return [
        "".join(pieces[at - 1 : at + 1])
        for at, piece in enumerate(pieces)
        if piece in {"*", "+"} or piece.endswith(",}")
        if pieces[at - 1] == ")" or {*pieces[at + 1 :]} - {")"}
    ]


def test_each_repetition_has_a_limit():
    wrong = {name: without_a_limit(pattern.pattern) for name, pattern in LIMITED.items()}
    assert {name: pieces for name, pieces in wrong.items() if pieces} == {}


def test_the_texts_reach_every_limit():
    limits = {int(one) for found in LIMITED.values() for one in LIMIT.findall(found.pattern)}
    assert 2 * max(limits) <= ENOUGH


def test_the_exceptions_are_patterns_of_the_portal():
    assert {pattern.pattern for pattern in PATTERNS.values()} >= CANNOT_FAIL


@cache
def in_pcre2(pattern: re.Pattern[str], most: int) -> pcre2.Pattern:
    """Return the pattern for PCRE2, which raises LibraryError beyond `most` steps at one place."""
    same = ("IGNORECASE", "MULTILINE", "DOTALL", "VERBOSE", "ASCII")
    flags = [getattr(pcre2, name) for name in same if pattern.flags & getattr(re, name)]
    # \v is a class of its own there, and no text in UTF-8 has half of a pair of UTF-16.
    written = pattern.pattern.replace(r"\v", r"\x0b").replace(r"\ud800-\udfff", "")
    return pcre2.compile(f"(*LIMIT_MATCH={most}){written}", sum(flags, pcre2.NOOPT), jit=False)


def runs_away(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the pattern tries too much at one place of the text."""
    try:
        for _ in in_pcre2(pattern, MOST_FOR_A_PLACE).finditer(text):
            pass
    except pcre2.LibraryError:
        return True
    return False


def test_pcre2_finds_what_python_finds():
    for name, pattern in LIMITED.items():
        for unit in HOSTILE.values():
            found = in_pcre2(pattern, MOST_FOR_A_PLACE * SHORT).finditer(repeated(unit, SHORT))
            spans = [match.span() for match in pattern.finditer(repeated(unit, SHORT))]
            assert [match.span() for match in found] == spans, (name, unit)


def test_no_pattern_runs_away_on_a_hostile_text():
    texts = [repeated(unit, ENOUGH) for unit in HOSTILE.values()]
    assert [
        (name, text[:20])
        for name, pattern in LIMITED.items()
        for text in texts
        if runs_away(pattern, text)
    ] == []


def words_of(pattern: str) -> list[str]:
    """Return some words that stand in a pattern, by themselves and in a row."""
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\\.", " ", pattern))
    return [*words[:6], " ".join(words[:6])]


def endless(begun: str, length: int = ENOUGH) -> Iterator[str]:
    """Yield texts of about this length that begin in this way and go on without an end."""
    yield repeated(f"{begun} ", length)
    for sign in " \na1A-.":
        yield begun + sign * length


@pytest.mark.thorough
def test_no_pattern_runs_away_on_a_text_that_begins_like_it():
    assert [
        (name, text[:60])
        for name, pattern in LIMITED.items()
        for begun in words_of(pattern.pattern)
        for text in endless(begun)
        if runs_away(pattern, text)
    ] == []


@each(
    "pattern",
    [r"(a+)+b", r"(?:a+|b)*c", r"\s+$", r"a+b", r"a*a*b", r'"[^"]*" x', r"(?:a{2,})+", r"a+|b"],
)
def test_a_repetition_without_a_limit_would_be_found(pattern):
    assert without_a_limit(pattern) != []


@each(
    "pattern",
    [
        r"(a+)+b",
        r"(?:a{1,40}){1,40}b",
        r"(?:a|aa){1,40}b",
        r"a{0,40}a{0,40}a{0,40}b",
        r"\s+\Z",
        r'"[^"]*x',
        r"\btel\b\s*(?:number)?\s*:?\s*\d",
    ],
)
def test_a_pattern_that_runs_away_would_be_found(pattern):
    begun = ('"', *words_of(pattern))
    texts = [text + "!" for one in begun for text in endless(one, 10 * ENOUGH)]
    assert any(runs_away(re.compile(pattern), text) for text in texts)


@pytest.mark.parametrize(
    "unit",
    ["- 1.1) or the ", *(pytest.param(unit, marks=pytest.mark.thorough) for unit in ("a", "he "))],
)
def test_one_line_of_200_000_characters_is_checked(unit):
    line = unit * (200_000 // len(unit))
    assert check(line, "advert").summary.words == len(Document(line).words)
