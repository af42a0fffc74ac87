"""A find of personal data, and the messages for each kind."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent / "words.toml"
# Between the words of a line; possessive, so that a long run of spaces is not backtracked into.
SPACES, ANY_SPACES = r"[ \t]{1,40}+", r"[ \t]{0,40}+"

SENTENCES = {
    "email address": "“{text}” is an email address. Remove it.",
    "phone number": "“{text}” looks like a phone number. Remove it.",
    "NHS number": "“{text}” looks like an NHS number. Remove it.",
    "name": "“{text}” looks like someone’s name. Give the job title instead.",
    "address": "“{text}” looks like a postal address. Remove it.",
}


@dataclass(frozen=True)
class Find:
    """One find: its kind, a key of SENTENCES, and its position in the text."""

    kind: str
    start: int
    end: int
    text: str

    @property
    def sentence(self) -> str:
        """Return a message saying what it looks like and what to do."""
        return SENTENCES[self.kind].format(text=self.text)


def whole(kind: str, match: re.Match[str]) -> Find:
    """Return a find of this kind for a whole match."""
    return Find(kind, match.start(), match.end(), match[0])


@cache
def lists() -> dict[str, frozenset[str]]:
    """Return our own word lists, by name."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in rows.items()}


def one_of(words: frozenset[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
