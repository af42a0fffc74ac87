"""Words that a plan should not hold: details of health, and what leads to a person.

An NHS number is refused. A telephone number, an email address and words about health may have a
good reason (a help desk, a cancer team), so whoever typed them is asked to look again. Names are
passed over: “Meet Dr Shah” is what a plan is for.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from kls_portal.personal_data.concerns import REACHES, Concern, personal_concerns

DATA = Path(__file__).resolve().parent.parent / "data" / "health_words.toml"
_WORD = re.compile(r"[^\W\d_]{3,}")


def concerns(text: str) -> tuple[Concern, ...]:
    """Return what should be looked at again, in a sentence each."""
    return (*personal_concerns(text, REACHES), *health_concerns(text))


def health_concerns(text: str) -> tuple[Concern, ...]:
    """Return the words that may tell about somebody's health, each once, in a sentence."""
    words = dict.fromkeys(match[0].lower() for match in _health().finditer(text))
    return tuple(
        Concern(f"“{word}” may be a detail of somebody’s health.", "health") for word in words
    )


def name_concerns(text: str, name: str) -> tuple[Concern, ...]:
    """Return the words of somebody's name, of three letters or more, that stand in a text."""
    there = {word.casefold() for word in _WORD.findall(text)}
    shared = dict.fromkeys(word for word in _WORD.findall(name) if word.casefold() in there)
    return tuple(
        Concern(f"“{word}” is part of the starter’s name.", "name of the starter")
        for word in shared
    )


@cache
def _health() -> re.Pattern[str]:
    words = tomllib.loads(DATA.read_text(encoding="utf-8"))["words"]
    parts = (re.escape(word).replace(r"\*", r"\w{0,20}") for word in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
