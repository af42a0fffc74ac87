"""A text with the places of its findings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vacancies.checks.finding import Finding


@dataclass(frozen=True)
class Piece:
    """A stretch of text. `numbers`: the findings that lie on it, counted from 1.

    `begins`: those of them that begin here.
    """

    text: str
    numbers: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


def pieces(text: str, findings: Sequence[Finding]) -> Iterator[Piece]:
    """Cut `text` where findings begin and end; the pieces joined are the text again.

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
