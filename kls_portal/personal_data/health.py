"""Words that a plan should not hold: details of health, and what leads to a person.

An NHS number is refused. A telephone number, an email address and words about health may have a
good reason (a help desk, a cancer team), so whoever typed them is asked to look again. Names are
passed over: “Meet Dr Shah” is what a plan is for.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from kls_portal.personal_data.sensitive_matches import REACHES, SensitiveMatch, personal_matches

DATA = Path(__file__).with_name("health_words.toml")
_WORD = re.compile(r"[^\W\d_]{3,}")


def sensitive_matches(text: str) -> tuple[SensitiveMatch, ...]:
    """Return what should be looked at again, in a sentence each."""
    return (*personal_matches(text, REACHES), *health_matches(text))


def health_matches(text: str) -> tuple[SensitiveMatch, ...]:
    """Return the words that may tell about somebody's health, each once, in a sentence."""
    words = dict.fromkeys(match[0].lower() for match in _health().finditer(text))
    return tuple(
        SensitiveMatch(f"“{word}” may be a detail of somebody’s health.", "health")
        for word in words
    )


def name_matches(text: str, name: str) -> tuple[SensitiveMatch, ...]:
    """Return the words of somebody's name, of three letters or more, that stand in a text."""
    there = {word.casefold() for word in _WORD.findall(text)}
    shared = dict.fromkeys(word for word in _WORD.findall(name) if word.casefold() in there)
    return tuple(
        SensitiveMatch(f"“{word}” is part of the starter’s name.", "name of the starter")
        for word in shared
    )


@cache
def _health() -> re.Pattern[str]:
    words = tomllib.loads(DATA.read_text(encoding="utf-8"))["words"]
    parts = (re.escape(word).replace(r"\*", r"\w{0,20}") for word in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
