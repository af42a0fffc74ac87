"""Differences between two texts, word by word, in time linear in their length.

Words that occur once in both texts are anchors (patience diff, Bram Cohen). The stretch between
two anchors is compared recursively, and a short one word by word. A long stretch without any
anchor counts as replaced, which keeps the worst case linear.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import TypeVar

SAME, ADDED, REMOVED = "same", "added", "removed"
# A stretch is compared word by word if the product of the lengths is at most this.
SMALL = 1_600
DEEPEST = 8
_Row = TypeVar("_Row")
_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Span:
    """A run of words: `kind` is "same", "added" or "removed"."""

    kind: str
    text: str


def word_changes(before: str, after: str) -> tuple[Span, ...]:
    """Return the spans of both texts in reading order, with removed words before added ones.

    Joined, the "same" and "added" spans are `after` without leading spaces. Spaces and line ends
    belong to the word before them and do not count as differences.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    kept = matches([word.rstrip() for word in old], [word.rstrip() for word in new])
    return tuple(_joined(_spans(old, new, kept)))


def matches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs (index in `old`, index in `new`) of what is unchanged, both ascending."""
    pairs: list[tuple[int, int]] = []
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        low, high, start, end, depth = waiting.pop()
        while low < high and start < end and old[low] == new[start]:
            pairs.append((low, start))
            low, start = low + 1, start + 1
        while low < high and start < end and old[high - 1] == new[end - 1]:
            high, end = high - 1, end - 1
            pairs.append((high, end))
        if low == high or start == end:
            continue
        if (high - low) * (end - start) <= SMALL:
            pairs += _small(old, new, (low, high, start, end))
        elif depth < DEEPEST:
            stretches = _anchors(old, new, (low, high, start, end))
            waiting += [(*stretch, depth + 1) for stretch in stretches]
    return sorted(pairs)


_Stretch = tuple[int, int, int, int]


def _anchors(old: Sequence[str], new: Sequence[str], stretch: _Stretch) -> list[_Stretch]:
    """Return the stretches between anchors; each but the first begins with its anchor."""
    low, high, start, end = stretch
    once_old, once_new = _once(old, low, high), _once(new, start, end)
    both = [(once_old[word], place) for word, place in once_new.items() if word in once_old]
    chain = longest_rising(sorted(both), lambda pair: pair[1])
    if not chain:
        return []
    edges = [(low, start), *chain, (high, end)]
    return [(a[0], b[0], a[1], b[1]) for a, b in pairwise(edges)]


def _once(words: Sequence[str], low: int, high: int) -> dict[str, int]:
    counts = Counter(words[low:high])
    return {words[place]: place for place in range(low, high) if counts[words[place]] == 1}


def longest_rising(rows: Sequence[_Row], key: Callable[[_Row], int]) -> list[_Row]:
    """Return the longest subsequence of `rows` with ascending keys. Keys must be distinct."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, row in enumerate(rows):
        place = bisect_left(tails, key(row))
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [key(row)]
        ends[place : place + 1] = [index]
    chosen: list[_Row] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(rows[index])
        index = before[index]
    return chosen[::-1]


def _small(old: Sequence[str], new: Sequence[str], stretch: _Stretch) -> list[tuple[int, int]]:
    low, high, start, end = stretch
    matcher = SequenceMatcher(None, old[low:high], new[start:end], autojunk=False)
    blocks = matcher.get_matching_blocks()
    return [(low + a + n, start + b + n) for a, b, size in blocks for n in range(size)]


def _spans(
    old: Sequence[str], new: Sequence[str], kept: Sequence[tuple[int, int]]
) -> Iterator[Span]:
    old_place, new_place = 0, 0
    for low, start in [*kept, (len(old), len(new))]:
        yield Span(REMOVED, "".join(old[old_place:low]))
        yield Span(ADDED, "".join(new[new_place:start]))
        if start < len(new):
            yield Span(SAME, new[start])
        old_place, new_place = low + 1, start + 1


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    with_text = (span for span in spans if span.text)
    for kind, run in groupby(with_text, lambda span: span.kind):
        yield Span(kind, "".join(span.text for span in run))
