"""Findings of rules in a text, and the text split into pieces around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

SEVERITIES = ("must", "should", "could")
"""Most severe first. They are ours, not grades of the Fair Library Jobs manifesto."""


class Span(NamedTuple):
    """A place in a text: characters from `start` up to, but not including, `end`.

    A tuple, because a text has thousands of them and a tuple is created three times as fast.
    """

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character, or both are the same point."""
        if self.start == self.end or other.start == other.end:
            return (self.start, self.end) == (other.start, other.end)
        return self.start < other.end and other.start < self.end


START = Span(0, 0)
"""The place of a finding about the whole text, such as a missing date."""


@dataclass(frozen=True)
class Placed:
    """What has a place in a text: characters from `start` up to, but not including, `end`."""

    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Finding:
    """A finding of a rule.

    `rule` is an id of jd_rules.toml; `severity` one of SEVERITIES; `start` and `end` are character
    offsets into the text as read; `excerpt` is the text there (empty if the finding is about the
    whole text). `message` says what is wrong, `suggestion` what to do, `why` why it matters.
    `replacement`: words to put in place of `excerpt`, or "". `also`: the rules whose findings at
    the same place are folded into this one.
    """

    rule: str
    severity: str
    start: int
    end: int
    excerpt: str
    message: str
    suggestion: str
    source: str
    also: tuple[str, ...] = ()
    why: str = ""
    replacement: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Piece:
    """A stretch of text.

    `numbers`: the findings on it, counted from 1. `begins`: those that begin here.
    """

    text: str
    numbers: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


def pieces(text: str, findings: Sequence[Finding]) -> Iterator[Piece]:
    """Split `text` where findings begin and end; the pieces joined are the text again.

    Findings about the whole text (without an excerpt) mark nothing.
    """
    marked = [(number, f) for number, f in enumerate(findings, start=1) if f.start < f.end]
    cuts = sorted({0, len(text)} | {place for _, f in marked for place in (f.start, f.end)})
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, finding in marked:
        opening.setdefault(finding.start, []).append(number)
        closing.setdefault(finding.end, []).append(number)
    lying: set[int] = set()
    for start, end in pairwise(cuts):
        lying |= set(opening.get(start, ()))
        lying -= set(closing.get(start, ()))
        yield Piece(text[start:end], tuple(sorted(lying)), tuple(opening.get(start, ())))
