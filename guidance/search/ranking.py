"""Orders the pages found. Pure.

A page counts for each term by how rare the term is, how much of the page it is, and whether it
stands in the title, summary or headings; and then for how many of the terms it holds. Rarity is
that of BM25 in the form that never falls below nought (Robertson and Zaragoza, 2009; Lucene).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import log

from guidance.search.engines import Hit, Kind, Where

WORTH = {Kind.TYPED: 1.0, Kind.SYNONYM: 0.7, Kind.LOOSE: 0.3}
STANDING = {Where.ANYWHERE: 1.0, Where.TITLE: 3.0, Where.SUMMARY: 1.5, Where.HEADINGS: 1.0}
MOST = 20
LEAST_SHARE = 0.15
# How much a page loses for the words it lacks; settled on tests/guidance/questions.toml.
WHOLENESS = 1.5


def rank(hits: Iterable[Hit], pages: int) -> list[tuple[int, float]]:
    """Return (page id, score) from best to worst, at most 20. `pages` is how many there are.

    Pages with less than 15% of the best page's score are left out: they are no answers.
    """
    holds: dict[int, dict[int, dict[Kind, float]]] = defaultdict(dict)
    for hit in hits:
        kinds = holds[hit.term].setdefault(hit.page_id, defaultdict(float))
        kinds[hit.kind] += STANDING[hit.where] * hit.strength
    scores: dict[int, float] = defaultdict(float)
    held: dict[int, int] = defaultdict(int)
    for by_page in holds.values():
        rarity = log(1 + (pages - len(by_page) + 0.5) / (len(by_page) + 0.5))
        for page, kinds in by_page.items():
            scores[page] += rarity * max(WORTH[kind] * worth for kind, worth in kinds.items())
            held[page] += 1
    final = {page: scores[page] * (held[page] / len(holds)) ** WHOLENESS for page in scores}
    least = LEAST_SHARE * max(final.values(), default=0.0)
    best = sorted((-score, page) for page, score in final.items() if score >= least)
    return [(page, round(-score, 4)) for score, page in best[:MOST]]
