"""Offers a word of the guidance for one that stands nowhere in it."""

from __future__ import annotations

from difflib import SequenceMatcher

from guidance.search.engines import Engine

SHORTEST = 4
LIKENESS = 0.8
LENGTH_APART = 2


def nearest(word: str, engine: Engine) -> str | None:
    """Return the most likely word that was meant, or None where nothing is near enough.

    Words of fewer than four letters, and those with a digit, are left alone.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return None
    matcher = SequenceMatcher(b=word, autojunk=False)
    best, choice = (LIKENESS, 0), None
    for candidate, pages in engine.vocabulary(len(word) - LENGTH_APART, len(word) + LENGTH_APART):
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() < best[0] or matcher.quick_ratio() < best[0]:
            continue
        if candidate != word and (likeness := (matcher.ratio(), pages)) > best:
            best, choice = likeness, candidate
    return choice
