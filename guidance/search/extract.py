"""Extracts of pages, with the search terms marked. Pure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from guidance.search.query import Term
from guidance.search.synonyms import Phrase
from guidance.search.words import root

WORDS = 32
LEAD = 8
LONGEST_ENDING = 5
_WORD = re.compile(r"\S+")


def patterns_of(terms: Iterable[Term]) -> list[re.Pattern[str]]:
    """Return the pattern of each term in lower case, to extract what it matches."""
    return [_pattern_of(term) for term in terms]


def extract(text: str, patterns: Sequence[re.Pattern[str]]) -> SafeString:
    """Return about 32 words of `text` as safe HTML, with what the patterns match in `<mark>`.

    The extract is the passage with the most of them, "" if there are none.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text  # “İ” in lower case is two letters, and every spot after it would be wrong
    spots = sorted(
        (match.start(), match.end(), number)
        for number, pattern in enumerate(patterns)
        for match in pattern.finditer(lowered)
    )
    if not spots:
        return mark_safe("")
    start, end = _best_piece(_spans_of_words(text), spots)
    inside = [(a, b) for a, b, _ in spots if start <= a and b <= end]
    before = "… " if start else ""
    after = " …" if end < len(text.rstrip()) else ""
    return mark_safe(f"{before}{_marked(text, start, end, inside)}{after}")


def _pattern_of(term: Term) -> re.Pattern[str]:
    phrases = sorted({term.phrase, *term.typed, *term.synonyms}, key=len, reverse=True)
    endings = rf"\w{{0,{LONGEST_ENDING}}}"
    either = "|".join(_words_of(phrase, endings) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def _words_of(phrase: Phrase, endings: str) -> str:
    """Return a pattern in which short words match exactly and longer ones with any ending."""
    parts = (re.escape(root(word)) + (endings if len(root(word)) > 3 else "s?") for word in phrase)
    return r"[\W_]{1,3}".join(parts)


@lru_cache(maxsize=200)
def _spans_of_words(text: str) -> list[tuple[int, int]]:
    """Return where each word starts and ends, cached across searches."""
    return [match.span() for match in _WORD.finditer(text)]


def _best_piece(
    words: Sequence[tuple[int, int]], spots: Sequence[tuple[int, int, int]]
) -> tuple[int, int]:
    """Return the start and end of the passage with the most terms, the first of equals."""
    best, piece = (0, 0), (0, 0)
    starts = [start for start, *_ in spots]
    for spot in starts:
        at = bisect_right(words, spot, key=itemgetter(1))
        first = max(0, min(at - LEAD, len(words) - WORDS))
        start, end = words[first][0], words[min(first + WORDS, len(words)) - 1][1]
        near = spots[bisect_left(starts, start) : bisect_right(starts, end)]
        held = [number for _, b, number in near if b <= end]
        if (worth := (len(set(held)), len(held))) > best:
            best, piece = worth, (start, end)
    return piece


def _marked(text: str, start: int, end: int, spots: Iterable[tuple[int, int]]) -> str:
    parts, at = [], start
    for first, last in spots:
        if first >= at:
            parts += [escape(text[at:first]), "<mark>", escape(text[first:last]), "</mark>"]
            at = last
    return "".join([*parts, escape(text[at:end])])
