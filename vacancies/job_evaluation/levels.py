"""Level labels as national profiles print them, and the range of levels a label stands for.

Source: labels of the national band 5 nurse profile ("2-3ab", "1-2b-3c4b") in
TechnologyEnhancedLearning/DLS-LDACompetencyFrameworkPrototype, commit a8ec533, and the note on
roman numeral strands ("6i") on the NHS Employers nursing profiles page (June 2025 update).
Both were read as stored copies; the date of reading was not kept.
"""

import re
import unicodedata
from dataclasses import dataclass

HIGHEST_LEVEL = 8
"""The most levels any factor has (knowledge, and patient or client care)."""

LONGEST_LABEL = 40
"""Characters a label may have. The longest label seen in a profile has nine."""

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_JOIN = r"-|,|;|/|&|\+|or\b|and\b|to\b"
_TOKEN = re.compile(
    rf"\s{{0,40}}(?:(?P<level>[0-9]{{1,40}})|(?P<join>{_JOIN})|(?P<word>levels?\b)"
    r"|(?P<strand>\(\s{0,40}(?:[a-h]{1,40}|[ivx]{1,40})\s{0,40}\)|[ivx]{1,40}(?![a-z])|[a-h]{1,40}(?![a-z]))"
    r"|(?P<mark>[*.]))\s*"
)


class LabelError(ValueError):
    """A label that cannot be read. The message is one plain sentence for the person typing."""


@dataclass(frozen=True)
class LevelRange:
    """The levels a profile allows for one factor. `lowest` and `highest` both belong to it.

    `label` is the text as the profile prints it; its strand letters never change the range.
    """

    label: str
    lowest: int
    highest: int

    def __post_init__(self) -> None:
        if not 1 <= self.lowest <= self.highest:
            raise ValueError(f"A range cannot go from {self.lowest} to {self.highest}.")

    def distance(self, level: int) -> int:
        """How many levels `level` lies outside the range: 0 inside, negative below it."""
        if level < self.lowest:
            return level - self.lowest
        return max(0, level - self.highest)


def parse_label(text: str, number_of_levels: int | None = None) -> LevelRange:
    """Read a level label such as "4a", "2-3ab", "1-2b-3c4b", "6 (i)" or "4 or 5".

    Every number in the label is a level, and the range goes from the lowest to the highest.
    `number_of_levels` is how many levels the factor has; without it any level up to
    `HIGHEST_LEVEL` is taken. The label is kept as typed, but for surplus spaces.

    Raises LabelError for a label that is empty, too long, has no number, has a level outside
    the scale, or has anything that profiles do not print.
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
    """Every level named in `label`, in order; at least one."""
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
    shown = "".join(character if character.isprintable() else "�" for character in label)
    return LabelError(f"“{shown}” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”.")
