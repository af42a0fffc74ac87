"""Suggests words from the guidance for unknown ones."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from guidance.search.engines import Engine

SHORTEST = 4
LIKENESS = 0.8
LENGTH_APART = 2


def respell(words: Sequence[str], engine: Engine, others: Iterable[str] = ()) -> dict[str, str]:
    """Return the most likely correction of each word that has one.

    Corrections are words of the guidance, or failing that of `others`. Words of fewer than four
    letters, or with a digit, are skipped.
    """
    doubtful = [word for word in words if len(word) >= SHORTEST and word.isalpha()]
    if not doubtful:
        return {}
    lengths = [len(word) for word in doubtful]
    known = list(engine.vocabulary(min(lengths) - LENGTH_APART, max(lengths) + LENGTH_APART))
    known += [(word, 0) for word in others]
    corrections = {word: nearest(word, known) for word in doubtful}
    return {word: meant for word, meant in corrections.items() if meant}


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """Return the known word most similar to `word`, or None. `known`: (word, number of pages).

    Similarity is Ratcliff and Obershelp's, from difflib; the more common word wins a tie.
    """
    matcher = SequenceMatcher(b=word, autojunk=False)
    best, choice = (LIKENESS, 0), None
    for candidate, pages in known:
        if abs(len(candidate) - len(word)) > LENGTH_APART or candidate == word:
            continue
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() < best[0] or matcher.quick_ratio() < best[0]:
            continue
        if (likeness := (matcher.ratio(), pages)) > best:
            best, choice = likeness, candidate
    return choice
