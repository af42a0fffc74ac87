"""Orders the pages found. Pure.

A page counts for what it holds of each term, and then for how many of the terms it holds.
Pages that hold them all come alone, unless they are few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from guidance.search.engines import Hit, Kind

WORTH = {Kind.TYPED: 1.0, Kind.SYNONYM: 0.6, Kind.LOOSE: 0.3}
FEW = 5
MOST = 20


def rank(hits: Iterable[Hit]) -> list[tuple[int, float]]:
    """Return (page id, score) from best to worst, at most 20. Scores are above nought."""
    by_page: dict[int, dict[int, dict[Kind, float]]] = defaultdict(lambda: defaultdict(dict))
    for hit in hits:
        by_page[hit.page_id][hit.term][hit.kind] = hit.strength
    known = {term for terms in by_page.values() for term in terms}
    scores = {page: _worth(terms) * len(terms) / len(known) for page, terms in by_page.items()}
    whole = {page for page, terms in by_page.items() if len(terms) == len(known)}
    chosen = whole if len(whole) >= FEW else by_page.keys()
    best = sorted(chosen, key=lambda page: (-scores[page], page))[:MOST]
    return [(page, round(scores[page], 4)) for page in best]


def _worth(terms: dict[int, dict[Kind, float]]) -> float:
    return sum(_worth_of(kinds) for kinds in terms.values())


def _worth_of(kinds: dict[Kind, float]) -> float:
    return sum(WORTH[kind] * strength for kind, strength in kinds.items())
