"""Sentences with exact places; a list item without a full stop counts, a heading does not."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kls_portal.readability import WORD, cut
from vacancies.rulebook.finding import Placed
from vacancies.rulebook.layout import Block

__all__ = ["WORD", "Sentence", "holding", "sentences"]


@dataclass(frozen=True)
class Sentence(Placed):
    """A sentence: its place, its number of words, and the kind of block it is in."""

    words: int
    kind: str


def sentences(text: str, blocks: Sequence[Block]) -> Iterator[Sentence]:
    """Split the blocks of `text`, without headings, into sentences of at least one word."""
    for block in blocks:
        if block.kind != "heading":
            for start, end, words in cut(text, block.start, block.end):
                yield Sentence(start, end, words, block.kind)


def holding(sentences: Sequence[Sentence], starts: Sequence[int], offset: int) -> Sentence | None:
    """Return the sentence that contains the character at `offset`, or None."""
    index = bisect_right(starts, offset) - 1
    if index >= 0 and offset < sentences[index].end:
        return sentences[index]
    return None
