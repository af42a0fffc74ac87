"""Sentences with exact places. A list item is one without a full stop; a heading is none."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vacancies.checks.finding import Span
from vacancies.checks.layout import Block

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOP = re.compile(r"[.!?]{1,3}[\"”’')\]]{0,2}(?=\s)")
_BEFORE = re.compile(r"[\w.]{1,20}$")
_NEVER_END = frozenset(
    [
        "e.g",
        "i.e",
        "eg",
        "ie",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "st",
        "rev",
        "vs",
        "approx",
        "no",
        "nos",
        "incl",
        "inc",
        "ext",
        "tel",
        "ref",
        "fig",
        "cf",
        "viz",
        "hon",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thurs",
        "fri",
        "sat",
        "sun",
    ]
)
_MAY_END = frozenset(
    [
        "etc",
        "a.m",
        "p.m",
        "am",
        "pm",
        "p.a",
        "w.t.e",
        "f.t.e",
        "hrs",
        "hr",
        "wk",
        "ltd",
        "co",
        "plc",
        "u.k",
        "n.h.s",
    ]
)


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
        if block.kind == "heading":
            continue
        start = block.start
        for stop in _STOP.finditer(text, block.start, block.end):
            if _ends(text, stop.start(), stop.end(), block.end):
                yield from _sentence(text, start, stop.end(), block.kind)
                start = stop.end()
        yield from _sentence(text, start, block.end, block.kind)


def _sentence(text: str, start: int, end: int, kind: str) -> Iterator[Sentence]:
    words = sum(1 for _ in WORD.finditer(text, start, end))
    if words:
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        yield Sentence(start, end, words, kind)


def _ends(text: str, dot: int, behind: int, last: int) -> bool:
    after = text[behind : min(behind + 8, last)].lstrip()
    if after and after[0].islower():
        return False
    if text[dot] != ".":
        return True
    match = _BEFORE.search(text, max(0, dot - 20), dot)
    before = match.group().lower() if match else ""
    if before in _NEVER_END:
        return not after or (before == "no" and after[0].isupper())
    if before in _MAY_END:
        return not after or after[0].isupper()
    single = len(before) == 1 and before.isalpha() and match is not None and match.group().isupper()
    return not (single and after)


def holding(found: Sequence[Sentence], starts: Sequence[int], offset: int) -> Sentence | None:
    """Return the sentence of `found` that holds the character at `offset`, if one does."""
    index = bisect_right(starts, offset) - 1
    if index >= 0 and offset < found[index].end:
        return found[index]
    return None
