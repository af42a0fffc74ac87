"""Ranks the pages found. Pure.

A page scores for each term by the term's rarity and strength, and by whether it is in the title,
summary or headings; the sum is weighted by the share of terms matched. Looser matches are more
common, so each kind of match has its own rarity. Rarity is the BM25 inverse document frequency
in its non-negative form (Robertson and Zaragoza, 2009; Lucene).
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations, pairwise
from math import log
from typing import NamedTuple

from guidance.search.engines import Hit, Kind, Where
from guidance.search.query import Term
from guidance.search.synonyms import Phrase
from guidance.search.words import STOP_WORDS, root, split

WORTH = {Kind.TYPED: 1.0, Kind.SYNONYM: 0.7, Kind.LOOSE: 0.3}
CLOSER = {
    Kind.TYPED: frozenset({Kind.TYPED, Kind.SYNONYM}),
    Kind.SYNONYM: frozenset({Kind.TYPED, Kind.SYNONYM}),
    Kind.LOOSE: frozenset(Kind),
}
STANDING = {Where.ANYWHERE: 1.0, Where.TITLE: 3.0, Where.SUMMARY: 1.5, Where.HEADINGS: 1.0}
LEAST_SHARE = 0.1
# The penalty for missing terms, tuned on tests/guidance/search/questions.toml.
WHOLENESS = 1.25


def rank(hits: Iterable[Hit], pages: int, weights: Sequence[float] = ()) -> list[tuple[int, float]]:
    """Return (page id, score) from best to worst. `pages` is the number of indexed pages.

    `weights` are the weights of the terms, equal by default.
    """
    holds: dict[int, dict[int, dict[Kind, float]]] = defaultdict(dict)
    for hit in hits:
        kinds = holds[hit.term].setdefault(hit.page_id, defaultdict(float))
        kinds[hit.kind] += STANDING[hit.where] * hit.strength
    scores: dict[int, float] = defaultdict(float)
    held: dict[int, float] = defaultdict(float)
    weight_of = {term: weights[term] if weights else 1.0 for term in holds}
    for term, by_page in holds.items():
        rarity = {kind: _rarity(kind, by_page.values(), pages) for kind in Kind}
        for page, kinds in by_page.items():
            best = max(rarity[kind] * WORTH[kind] * worth for kind, worth in kinds.items())
            scores[page] += weight_of[term] * best
            held[page] += weight_of[term]
    whole = sum(weight_of.values())
    final = {page: scores[page] * (held[page] / whole) ** WHOLENESS for page in scores}
    return in_order(final)


def in_order(scores: Mapping[int, float]) -> list[tuple[int, float]]:
    """Return (page id, score) from best to worst, lower ids first among equals."""
    best = sorted((-score, page) for page, score in scores.items())
    return [(page, round(-score, 4)) for score, page in best]


def answers(best: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """Return the pages without those below a tenth of the best score, which are irrelevant."""
    least = LEAST_SHARE * best[0][1] if best else 0.0
    return [(page, score) for page, score in best if score >= least]


def _rarity(kind: Kind, held: Iterable[Collection[Kind]], pages: int) -> float:
    """Return the rarity of a term matched in this way or a closer one."""
    closer = CLOSER[kind]
    among = sum(1 for kinds in held if not closer.isdisjoint(kinds))
    return log(1 + (pages - among + 0.5) / (among + 0.5))


Key = Phrase | frozenset[str]
# The score of a page whose headings and search words hold the whole question.
ASKED = 15.0
# More telling words of a phrase than MOST_APART count only in its order.
MOST_APART, MOST_TELLING = 3, 10
_BETWEEN = re.compile(r"[,\n]")


@dataclass(frozen=True)
class Asked:
    """The telling words of a question, and the keys of all phrases that may be in it."""

    telling: frozenset[str]
    keys: frozenset[Key]


def asked_of(words: Phrase) -> Asked:
    """Return what is asked by the words of a question. Without a telling word, each counts."""
    roots = tuple(map(root, words))
    telling = _telling(words) or frozenset(roots)
    runs = (roots[start:end] for start, end in combinations(range(len(roots) + 1), 2))
    some = sorted(telling)[:MOST_TELLING]
    apart = (combinations(some, number) for number in range(2, MOST_APART + 1))
    return Asked(telling, frozenset([*runs, *map(frozenset, chain(*apart))]))


def share_of(asked: Asked, phrases: str) -> float:
    """Return which share of a question stands in phrases of a page, those that it holds whole.

    Little words count where they are in one. `phrases` stand on lines or between commas.
    """
    held = frozenset[str]().union(*(asked.keys & _keys_in(phrases)))
    return len(held) / len(held | asked.telling)


@lru_cache(maxsize=1_000)
def _keys_in(phrases: str) -> frozenset[Key]:
    """Return the keys of phrases: the words of each in order, and if telling, in any order.

    A single word must be telling.
    """
    keys: set[Key] = set()
    for phrase in map(split, _BETWEEN.split(phrases)):
        telling = _telling(phrase)
        if telling or len(phrase) > 1:
            keys.add(tuple(map(root, phrase)))
        if 1 < len(telling) <= MOST_APART:
            keys.add(telling)
    return frozenset(keys)


def _telling(words: Iterable[str]) -> frozenset[str]:
    return frozenset(root(word) for word in words if word not in STOP_WORDS)


LAST = 0.1
SIDE_BY_SIDE = {"title": 0.6, "summary": 0.4, "headings": 0.6, "body": 0.5}


class PageWords(NamedTuple):
    """What a search reads of a page found."""

    title: str
    summary: str
    headings: str
    body: str
    path: str


def pairs_of(terms: Sequence[Term]) -> list[str]:
    """Return the phrase of each two neighbouring terms."""
    return [phrase_of((*one.phrase, *two.phrase)) for one, two in pairwise(terms)]


def score_of(
    text: PageWords,
    score: float,
    terms: Sequence[Term],
    pairs: Sequence[str],
    asked: Asked,
    last: Collection[str],
) -> float:
    """Return the score of a page found, with what it is called and its text taken into account.

    pairs: those of the terms. last: paths of pages that count little unless they are asked for.
    """
    share = share_of(asked, text.headings)
    score += ASKED * share
    title = line_of(text.title)
    phrases = (phrase_of(one) for term in terms for one in (*term.typed, *term.synonyms))
    if text.path in last and not share and not any(one in title for one in phrases):
        score *= LAST
    for part, worth in SIDE_BY_SIDE.items():
        if held := sum(pair in line_of(getattr(text, part)) for pair in pairs):
            score *= 1 + worth * held / len(pairs)
    return score


def phrase_of(words: Iterable[str]) -> str:
    """Return the roots of words padded with spaces, so that substrings match whole words."""
    return f" {' '.join(map(root, words))} "


@lru_cache(maxsize=1_000)
def line_of(text: str) -> str:
    """Return the roots of a page's text as one line, cached across searches."""
    return phrase_of(split(text))
