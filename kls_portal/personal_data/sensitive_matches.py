"""Sensitive details to confirm before a text is stored. Pure.

An NHS number is rejected. Anything else may have a good reason (a help desk, an author), so the
person who typed it is asked to look again and may keep it deliberately.
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
    """One detail to remove or, unless it is rejected, to keep deliberately.

    kind: a key of SENTENCES, or another kind that a caller looks for, such as "health".
    """

    sentence: str
    kind: str
    refused: bool = False


DATA = Path(__file__).with_name("health_words.toml")
_WORD = re.compile(r"[^\W\d_]{3,}")


def sensitive_matches(text: str) -> tuple[SensitiveMatch, ...]:
    """Return the details to look at again, each with a sentence."""
    return (*personal_matches(text, REACHES), *health_matches(text))


def health_matches(text: str) -> tuple[SensitiveMatch, ...]:
    """Return the words that may reveal details of a person's health, each once."""
    words = dict.fromkeys(match[0].lower() for match in _health().finditer(text))
    return tuple(
        SensitiveMatch(f"“{word}” may be a detail of someone’s health.", "health") for word in words
    )


def name_matches(text: str, name: str) -> tuple[SensitiveMatch, ...]:
    """Return the words of a person's name, of three letters or more, that occur in a text."""
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
REACHES = ("phone number", "email address")
"""Kinds that are contact details."""
EVERY_KIND = tuple(SENTENCES)


def personal_matches(
    text: str, kinds: Collection[str] = EVERY_KIND, *, posts: bool = False
) -> tuple[SensitiveMatch, ...]:
    """Return the details to look at again in a typed text, each with a sentence.

    kinds: keys of SENTENCES to look for; with names, a first name on its own also counts.
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
