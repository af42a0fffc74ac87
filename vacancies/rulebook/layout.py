"""Where the passages and parts that the reader found stand in the text, to the character."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vacancies.reading.blocks import Passage
from vacancies.rulebook.finding import Span

_POINTS = re.compile(r"[:;] ")


@dataclass(frozen=True)
class Block:
    """A heading, an item of a list, a paragraph or a paragraph of a cell, behind its bullet.

    `kind`: "heading", "item", "paragraph" or "cell"; `section`: the part it stands in.
    """

    start: int
    end: int
    kind: str
    section: str

    @property
    def span(self) -> Span:
        """Return the place of the block."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Criterion:
    """One item of a person specification; `essential` is None where its level is not said."""

    start: int
    end: int
    essential: bool | None

    @property
    def span(self) -> Span:
        """Return the place of the item."""
        return Span(self.start, self.end)


class Places:
    """Finds words in a text by their letters and digits, whatever stands between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.offsets = [at for at, sign in enumerate(text) if sign.isalnum()]
        self.signs = "".join(text[at] for at in self.offsets)

    def find(self, words: str, start: int) -> Span | None:
        """Return where `words` stand at or after the character `start`, or None.

        Of several points in one, with their marks between, the first and the last are looked for.
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
        """A place with the signs before its first letter and behind its last one."""
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
        """Yield each passage that has letters, in order of place, with the number of its block."""
        at = 0
        for passage in passages:
            span = self.find(passage.text, at)
            if span:
                at = span.end
                yield passage.block, Block(*span, passage.kind, passage.section)

    def parts(self, texts: Sequence[str], begins: Sequence[int]) -> Iterator[Span | None]:
        """Yield the place of each text, none before that of the text before or its beginning."""
        at = 0
        for text, begin in zip(texts, begins, strict=True):
            span = self.find(text, max(at, begin))
            at = span.end if span else at
            yield span
