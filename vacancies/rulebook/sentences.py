"""Sentences with exact places; a list item without a full stop counts, a heading does not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kls_portal.readability import WORD, cut
from vacancies.rulebook.finding import Placed
from vacancies.rulebook.layout import Block

__all__ = ["WORD", "Sentence", "sentences"]


@dataclass(frozen=True)
class Sentence(Placed):
    """A sentence: its place and its number of words."""

    words: int


def sentences(text: str, blocks: Sequence[Block]) -> Iterator[Sentence]:
    """Split the blocks of `text`, without headings, into sentences of at least one word."""
    for block in blocks:
        if block.kind != "heading":
            for start, end, words in cut(text, block.start, block.end):
                yield Sentence(start, end, words)
