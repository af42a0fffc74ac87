"""Extracts of pages, with the search terms marked. Pure."""

import re
from collections.abc import Iterable, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from guidance.search.query import Term
from guidance.search.synonyms import Phrase
from guidance.search.words import root

WORDS = 32
LEAD = 8
LONGEST_ENDING = 5
_WORD = re.compile(r"\S+")


def extract(text: str, terms: Sequence[Term]) -> SafeString:
    """Return about 32 words of `text` as safe HTML, with the terms in `<mark>`.

    The extract is the passage with the most terms, "" if there are none.
    """
    patterns = [_pattern_of(term) for term in terms]
    spots = sorted(
        (match.start(), match.end(), number)
        for number, pattern in enumerate(patterns)
        for match in pattern.finditer(text)
    )
    if not spots:
        return mark_safe("")
    words = [match.span() for match in _WORD.finditer(text)]
    start, end = _best_piece(words, spots)
    inside = [(a, b) for a, b, _ in spots if start <= a and b <= end]
    before = "… " if start else ""
    after = " …" if end < len(text.rstrip()) else ""
    return mark_safe(f"{before}{_marked(text, start, end, inside)}{after}")


def _pattern_of(term: Term) -> re.Pattern[str]:
    phrases = sorted({term.phrase, *term.typed, *term.synonyms}, key=len, reverse=True)
    endings = rf"\w{{0,{LONGEST_ENDING}}}"
    either = "|".join(_words_of(phrase, endings) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _words_of(phrase: Phrase, endings: str) -> str:
    """Return a pattern in which short words match exactly and longer ones with any ending."""
    parts = (re.escape(root(word)) + (endings if len(root(word)) > 3 else "s?") for word in phrase)
    return r"[\W_]{1,3}".join(parts)


def _best_piece(
    words: Sequence[tuple[int, int]], spots: Sequence[tuple[int, int, int]]
) -> tuple[int, int]:
    """Return the start and end of the passage with the most terms, the first of equals."""
    best, piece = (0, 0), (0, 0)
    for spot, _, _ in spots:
        at = next(number for number, (_, end) in enumerate(words) if end > spot)
        first = max(0, min(at - LEAD, len(words) - WORDS))
        start, end = words[first][0], words[min(first + WORDS, len(words)) - 1][1]
        held = [number for a, b, number in spots if start <= a and b <= end]
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
