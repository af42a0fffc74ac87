"""How alike two texts are, by their words."""

import re
from collections.abc import Iterable, Iterator

from vacancies.rulebook.sentences import WORD

RUN = 5
"""Consecutive words that count as copied."""

_SMALL_WORDS = """
a an and at for from in of on or the to with by as good excellent can able ability do so has have
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")


def stems(text: str) -> frozenset[str]:
    """Return the stems of the meaningful words of `text`."""
    return frozenset(_ENDING.sub("", word) for word in _folded_words(text) if word not in _SMALL)


def similar(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the similarity of two sets of stems: 0 nothing in common (or no words), 1 equal."""
    return len(one & other) / len(one | other) if one and other else 0.0


def share_of_runs(text: str, others: Iterable[str]) -> float:
    """Return the share, 0 to 1, of the runs of words in `text` that occur in one of `others`."""
    runs = list(_runs_of_text(text))
    known = {run for other in others for run in _runs_of_text(other)}
    return sum(run in known for run in runs) / len(runs) if runs else 0.0


def _folded_words(text: str) -> list[str]:
    folded = text.lower().replace("’", "'").replace("‘", "'")
    return [match.group() for match in WORD.finditer(folded)]


def _runs_of_text(text: str) -> Iterator[tuple[str, ...]]:
    words = _folded_words(text)
    return zip(*(words[start:] for start in range(RUN)), strict=False)
