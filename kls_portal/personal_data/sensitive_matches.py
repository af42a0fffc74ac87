"""What to ask somebody about before their words are stored. Pure.

An NHS number is refused. The rest may have a good reason (a help desk, an author), so whoever
typed it is asked to look again and may keep it on purpose.
"""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kls_portal.personal_data import SENTENCES, personal_data


@dataclass(frozen=True)
class SensitiveMatch:
    """One thing to take out or, unless it is refused, to keep on purpose.

    kind: a key of SENTENCES, or of what else a caller looks for, such as "health".
    """

    sentence: str
    kind: str
    refused: bool = False


DATA = Path(__file__).with_name("health_words.toml")
_WORD = re.compile(r"[^\W\d_]{3,}")


def sensitive_matches(text: str) -> tuple[SensitiveMatch, ...]:
    """Return what should be looked at again, in a sentence each."""
    return (*personal_matches(text, REACHES), *health_matches(text))


def health_matches(text: str) -> tuple[SensitiveMatch, ...]:
    """Return the words that may tell about somebody's health, each once, in a sentence."""
    words = dict.fromkeys(match[0].lower() for match in _health().finditer(text))
    return tuple(
        SensitiveMatch(f"“{word}” may be a detail of someone’s health.", "health") for word in words
    )


def name_matches(text: str, name: str) -> tuple[SensitiveMatch, ...]:
    """Return the words of somebody's name, of three letters or more, that stand in a text."""
    words_of_text = {word.casefold() for word in _WORD.findall(text)}
    shared = dict.fromkeys(word for word in _WORD.findall(name) if word.casefold() in words_of_text)
    return tuple(
        SensitiveMatch(f"“{word}” is part of the starter’s name.", "name from the starter")
        for word in shared
    )


@cache
def _health() -> re.Pattern[str]:
    words = tomllib.loads(DATA.read_text(encoding="utf-8"))["words"]
    parts = (re.escape(word).replace(r"\*", r"\w{0,20}") for word in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


REFUSED = "NHS number"
REACHES = ("telephone number", "email address")
"""Kinds that reach a person."""
EVERY_KIND = tuple(SENTENCES)


def personal_matches(
    text: str, kinds: Collection[str] = EVERY_KIND, *, posts: bool = False
) -> tuple[SensitiveMatch, ...]:
    """Return what should be looked at again in a text that somebody typed, in a sentence each.

    kinds: what is asked about, keys of SENTENCES; where names are, a first name by itself counts.
    posts: the text should name posts, as for `personal_data`.
    """
    sensitive_matches = []
    for find in personal_data(text, alone="name" in kinds, posts=posts):
        if find.kind == REFUSED:
            sensitive_matches.append(SensitiveMatch(find.sentence, find.kind, refused=True))
        elif find.kind in kinds:
            article = "an" if find.kind[0] in "aeiou" else "a"
            sentence = f"“{find.text}” looks like {article} {find.kind}."
            sensitive_matches.append(SensitiveMatch(sentence, find.kind))
    return tuple(sensitive_matches)
