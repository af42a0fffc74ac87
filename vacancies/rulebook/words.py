"""The word lists of the rules, from `data/`, and the patterns made from them. Read once."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

DATA = Path(__file__).with_name("data")


@cache
def listed(name: str) -> tuple[str, ...]:
    """Return a plain list of jd_words.toml. Raises KeyError if there is no such list."""
    return tuple(words_of("jd_words")[name]["words"])


@cache
def replacements(name: str) -> Mapping[str, str]:
    """Return a list of jd_words.toml with a replacement for each word: {"utilise": "use"}.

    Raises KeyError if there is no such list.
    """
    return MappingProxyType(dict(words_of("jd_words")[name]["instead"]))


@cache
def stems(name: str) -> tuple[str, ...]:
    """Return a list of gender_coded_words.toml. Raises KeyError if there is none."""
    return tuple(words_of("gender_coded_words")[name])


@cache
def words_of(name: str) -> Mapping[str, Any]:
    """Return a file of lists, such as jd_words.toml, by its name without the ending."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


RUN = re.compile(r"[^\W_]+")
"""Consecutive letters and digits: a word, or a part of one with a hyphen or an apostrophe."""

_GAP = r"[\s-]{1,3}"


@dataclass(frozen=True)
class Phrases:
    """Whole phrases to look for.

    `openers`: the words that can begin one, so that a document without any need not be searched;
    None if any word can.
    """

    pattern: re.Pattern[str]
    openers: frozenset[str] | None


def phrases(texts: Iterable[str]) -> Phrases:
    """Return whole phrases, to be found in a folded text.

    A phrase is in lower case. A space in it stands for up to three spaces, hyphens or line ends; a
    star at the end of a word for any ending ("utilis*"). Longer phrases take precedence. Raises
    ValueError if there are none.
    """
    texts = frozenset(texts)
    by_letter: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(texts, key=lambda phrase: (-len(phrase), phrase)):
        by_letter[phrase[0]].append(_one(phrase))
    if not by_letter:
        raise ValueError("A pattern needs at least one phrase.")
    groups = (
        f"(?={re.escape(letter)})(?:{'|'.join(endings)})" for letter, endings in by_letter.items()
    )
    return Phrases(re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)"), _openers(texts))


def _openers(texts: frozenset[str]) -> frozenset[str] | None:
    if any(phrase.endswith("*") and " " not in phrase for phrase in texts):
        return None
    return frozenset(match.group() for phrase in texts if (match := RUN.match(phrase)))


def _one(phrase: str) -> str:
    ending = ""
    if phrase.endswith("*"):
        phrase, ending = phrase[:-1], r"\w{0,12}"
    return _GAP.join(re.escape(word) for word in phrase.split()) + ending


def variant_of(count: int) -> str:
    """Return the name of the variant of a message for `count` things, "" for its plain form."""
    return {0: "none", 1: "one"}.get(count, "")
