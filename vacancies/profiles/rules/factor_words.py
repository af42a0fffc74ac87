"""Job evaluation factors suggested by the words of a duty: a hint, not a judgement.

The words are ours, in `factor_words.toml`; the id of an entry is never reused. They say nothing
about levels and yield none.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data" / "factor_words.toml"


@dataclass(frozen=True)
class Hint:
    """One entry of the data: its id, the code of a factor, and the pattern of its words."""

    id: str
    factor: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Touched:
    """A factor that texts hint at: the id of the entry, and the distinct words found."""

    hint: str
    factor: str
    words: tuple[str, ...]


@cache
def hints() -> tuple[Hint, ...]:
    """Return every entry, in factor order."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["hints"]
    return tuple(Hint(row["id"], row["factor"], pattern_of(row["words"])) for row in rows)


def factors_touched(texts: Iterable[str]) -> tuple[Touched, ...]:
    """Return the factors that `texts` hint at, in factor order."""
    joined = "\n\n".join(texts).casefold()
    hinted = ((hint, dict.fromkeys(hint.pattern.findall(joined))) for hint in hints())
    return tuple(Touched(hint.id, hint.factor, tuple(words)) for hint, words in hinted if words)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of phrases; a word ending in * stands for every word that begins so."""
    escaped = (re.escape(word.casefold()) for word in words)
    parts = [word.replace(r"\*", r"\w{0,40}").replace(r"\ ", r"[ \t]{1,9}") for word in escaped]
    longest_first = "|".join(sorted(parts, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])")
