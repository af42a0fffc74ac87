"""Sentences with exact places. A list item is one without a full stop; a heading is none."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kls_portal.readability.sentences import WORD, cut
from vacancies.rulebook.finding import Span
from vacancies.rulebook.layout import Block

__all__ = ["WORD", "Sentence", "holding", "sentences"]


@dataclass(frozen=True)
class Sentence:
    """A sentence: its place, its number of words, and the kind of block it stands in."""

    start: int
    end: int
    words: int
    kind: str

    @property
    def span(self) -> Span:
        """Return the place of the sentence."""
        return Span(self.start, self.end)


def sentences(text: str, blocks: Sequence[Block]) -> Iterator[Sentence]:
    """Cut the blocks of `text` that are no headings into sentences; each has a word."""
    for block in blocks:
        if block.kind != "heading":
            for start, end, words in cut(text, block.start, block.end):
                yield Sentence(start, end, words, block.kind)


def holding(found: Sequence[Sentence], starts: Sequence[int], offset: int) -> Sentence | None:
    """Return the sentence of `found` that holds the character at `offset`, if one does."""
    index = bisect_right(starts, offset) - 1
    if index >= 0 and offset < found[index].end:
        return found[index]
    return None
