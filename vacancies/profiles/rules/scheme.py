"""The scheme: factors, levels and points."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

LONGEST_EVIDENCE = 3_000
"""The most characters of the evidence for one factor: ours."""

HIGHEST_LEVEL = 8
"""The highest number of levels of any factor (knowledge, and patient or client care)."""

LONGEST_LABEL = 40
"""The maximum length of a label in characters; the longest seen in a profile has nine."""

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_JOIN = r"-|,|;|/|&|\+|or\b|and\b|to\b"
_TOKEN = re.compile(
    rf"\s{{0,40}}(?:(?P<level>[0-9]{{1,40}})|(?P<join>{_JOIN})|(?P<word>levels?\b)"
    r"|(?P<strand>\(\s{0,40}(?:[a-h][a-h,/& ]{0,40}|[ivx]{1,40})\s{0,40}\)"
    r"|[ivx]{1,40}(?![a-z])|[a-h]{1,40}(?![a-z]))"
    r"|(?P<mark>[*.]))\s*"
)


class LabelError(ValueError):
    """A label that cannot be read. The message is one plain sentence for the user."""


@dataclass(frozen=True)
class LevelRange:
    """The levels a profile allows for one factor, from `lowest` to `highest` inclusive.

    label: the text as printed in the profile; its strand letters never change the range.
    """

    label: str
    lowest: int
    highest: int

    def __post_init__(self) -> None:
        if not 1 <= self.lowest <= self.highest:
            raise ValueError(f"A range cannot go from {self.lowest} to {self.highest}.")

    def distance(self, level: int) -> int:
        """Return how many levels `level` is outside the range: 0 inside, negative below."""
        if level < self.lowest:
            return level - self.lowest
        return max(0, level - self.highest)


def parse_label(text: str, number_of_levels: int | None = None) -> LevelRange:
    """Parse a level label such as "4a", "2-3ab", "1-2b-3c4b", "6 (i)" or "4 or 5".

    Every number in the label is a level, and the range goes from the lowest to the highest.
    `number_of_levels` is how many levels the factor has; without it any level up to `HIGHEST_LEVEL`
    is accepted. The label is kept as typed, except for surplus spaces.

    Raises LabelError for a label that is empty, too long, has no number, has a level outside the
    scale, or has anything that profiles do not print.
    """
    label = " ".join(text.split())
    if len(label) > LONGEST_LABEL:
        raise LabelError(f"The level must be {LONGEST_LABEL} characters or fewer, such as “2-3ab”.")
    if not label:
        raise LabelError("Enter a level, such as “4” or “2-3ab”.")
    top = HIGHEST_LEVEL if number_of_levels is None else number_of_levels
    levels = _levels_in(label)
    for level in levels:
        if not 1 <= level <= top:
            raise LabelError(f"“{label}” has level {level}, but levels here go from 1 to {top}.")
    return LevelRange(label, min(levels), max(levels))


def _levels_in(label: str) -> list[int]:
    """Return every level named in `label`, in order; at least one."""
    plain = unicodedata.normalize("NFKC", label).translate(_DASHES).casefold().strip()
    levels: list[int] = []
    position, kind = 0, None
    while position < len(plain):
        token = _TOKEN.match(plain, position)
        if token is None:
            raise _unreadable(label)
        position, kind = token.end(), token.lastgroup
        if kind == "level":
            levels.append(int(token["level"]))
        elif kind != "word" and not levels:
            raise _unreadable(label)
    if not levels or kind == "join":
        raise _unreadable(label)
    return levels


def _unreadable(label: str) -> LabelError:
    printable = "".join(character if character.isprintable() else "�" for character in label)
    return LabelError(f"“{printable}” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”.")


class LevelError(ValueError):
    """A level or factor that the scheme does not have. The message is one plain sentence."""


@dataclass(frozen=True)
class Level:
    """One level of a factor. strands: (letter in a published label, its meaning) pairs."""

    level: int
    points: int
    points_confirmed: bool
    gist: str
    gist_confirmed: bool
    points_source: str = ""
    strands: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Factor:
    """One of the 16 factors by which a job is measured; `levels` run from 1 without gaps."""

    code: str
    order: int
    key: str
    name: str
    group: str
    meaning: str
    evidence_prompt: str
    levels: tuple[Level, ...]
    gist_source: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if [level.level for level in self.levels] != list(range(1, len(self.levels) + 1)):
            raise ValueError(f"The levels of {self.code} must run from 1 without a gap.")

    @property
    def number_of_levels(self) -> int:
        return len(self.levels)

    def level(self, number: int) -> Level:
        """Return the level `number`, from 1. Raises LevelError if the factor does not have it."""
        if not isinstance(number, int) or isinstance(number, bool):
            raise LevelError(f"{self.name}: the level must be a whole number.")
        if not 1 <= number <= len(self.levels):
            raise LevelError(
                f"{self.name} has levels 1 to {len(self.levels)}, so level {number} cannot be used."
            )
        return self.levels[number - 1]

    def points(self, number: int) -> int:
        """Return the points of level `number`. Raises LevelError if the factor does not have it."""
        return self.level(number).points


@dataclass(frozen=True)
class Scheme:
    factors: tuple[Factor, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Factor]:
        return {factor.code: factor for factor in self.factors}

    def factor(self, code: str) -> Factor:
        """Return the factor with this code. Raises LevelError if there is none."""
        known = self.by_code.get(code)
        if known is None:
            first, last = self.factors[0].code, self.factors[-1].code
            raise LevelError(f"There is no factor “{code[:20]}”. Use {first} to {last}.")
        return known

    def points(self, code: str, level: int) -> int:
        """Return the points of a factor at a level. Raises LevelError if either does not exist."""
        return self.factor(code).points(level)

    def missing(self, given: Iterable[str]) -> tuple[str, ...]:
        """Return the codes of the factors not in `given`, in scheme order."""
        known = set(given)
        return tuple(factor.code for factor in self.factors if factor.code not in known)
