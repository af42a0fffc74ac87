"""The places in the text of the passages and parts that the reader found, to the character."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vacancies.reading.blocks import Passage
from vacancies.rulebook.finding import Placed, Span

_POINTS = re.compile(r"[:;] ")


@dataclass(frozen=True)
class Block(Placed):
    """A heading, a list item, a paragraph or a paragraph of a cell, without its bullet.

    `kind`: "heading", "item", "paragraph" or "cell"; `section`: the part it is in.
    """

    kind: str
    section: str


@dataclass(frozen=True)
class Criterion(Placed):
    """One item of a person specification; `essential` is None if no level is given."""

    essential: bool | None


class Places:
    """Finds words in a text by their letters and digits, ignoring any characters between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.offsets = [at for at, sign in enumerate(text) if sign.isalnum()]
        self.signs = "".join(text[at] for at in self.offsets)

    def find(self, words: str, start: int) -> Span | None:
        """Return the place of `words` at or after the character `start`, or None.

        Of several points joined into one, with their marks between, only the first and last are
        sought.
        """
        first = bisect_left(self.offsets, start)
        if span := self._span_of(words, first):
            return span
        pieces = [piece for piece in _POINTS.split(words) if any(map(str.isalnum, piece))]
        begun = self._span_of(pieces[0], first) if len(pieces) > 1 else None
        ended = begun and self._span_of(pieces[-1], bisect_left(self.offsets, begun.end))
        return Span(begun.start, ended.end) if begun and ended else begun

    def _span_of(self, words: str, first: int) -> Span | None:
        signs = "".join(filter(str.isalnum, words))
        at = self.signs.find(signs, first) if signs else -1
        return self._span(words, at, at + len(signs)) if at >= 0 else None

    def _span(self, words: str, first: int, behind: int) -> Span:
        """Return a place that includes the signs before its first letter and after its last."""
        start = self.offsets[first]
        end = self.offsets[behind - 1] + 1
        stripped = words.strip()
        before = next(n for n, sign in enumerate(stripped) if sign.isalnum())
        if before and self.text.startswith(stripped[:before], max(0, start - before)):
            start -= before
        after = next(n for n, sign in enumerate(reversed(stripped)) if sign.isalnum())
        if after and self.text.startswith(stripped[-after:], end):
            end += after
        return Span(start, end)

    def blocks(self, passages: Iterable[Passage]) -> Iterator[tuple[int, Block]]:
        """Yield each passage that has letters, in order of place, after the number of its block."""
        at = 0
        for passage in passages:
            span = self.find(passage.text, at)
            if span:
                at = span.end
                yield passage.block, Block(*span, passage.kind, passage.section)

    def parts(self, texts: Sequence[str], begins: Sequence[int]) -> Iterator[Span | None]:
        """Yield the place of each text or None, never before the previous or its own beginning."""
        at = 0
        for text, begin in zip(texts, begins, strict=True):
            span = self.find(text, max(at, begin))
            at = span.end if span else at
            yield span
