"""Offers words of the guidance for those that stand nowhere in it."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from guidance.search.engines import Engine

SHORTEST = 4
LIKENESS = 0.8
LENGTH_APART = 2


def respell(words: Sequence[str], engine: Engine) -> dict[str, str]:
    """Return the word that was most likely meant for each that has one near enough.

    Words of fewer than four letters, and those with a digit, are left alone.
    """
    doubtful = [word for word in words if len(word) >= SHORTEST and word.isalpha()]
    if not doubtful:
        return {}
    lengths = [len(word) for word in doubtful]
    known = list(engine.vocabulary(min(lengths) - LENGTH_APART, max(lengths) + LENGTH_APART))
    found = {word: nearest(word, known) for word in doubtful}
    return {word: meant for word, meant in found.items() if meant}


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """Return the known word most like `word`, or None. `known`: words, on how many pages each.

    Likeness is Ratcliff and Obershelp's, as difflib has it; of equals, the commoner word.
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
