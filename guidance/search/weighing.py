"""Weighs the pages found by what they are and how their words stand. Pure.

Pages about the portal itself hold its common words (“KLS”) on every line; they come late unless
a word of their title is asked for. A page that holds the words of the question side by side comes
earlier, most of all in its title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guidance.search.query import Term
from guidance.search.synonyms import Phrase
from guidance.search.words import root, split

ABOUT_THE_PORTAL = 0.1
SIDE_BY_SIDE = {"title": 1.6, "summary": 1.2, "body": 1.1}


@dataclass(frozen=True)
class Found:
    """A page that was found: its words, and whether it is about the portal itself."""

    title: str
    summary: str
    body: str
    is_about_the_portal: bool


def weight_of(found: Found, terms: Sequence[Term]) -> float:
    """Return what to multiply the score of a page with."""
    weight = 1.0
    title = _roots(split(found.title))
    if found.is_about_the_portal and not any(_holds_any(title, term) for term in terms):
        weight *= ABOUT_THE_PORTAL
    asked = _roots(word for term in terms for word in term.phrase)
    if len(terms) > 1 and not any(term.spellings for term in terms):
        for part, worth in SIDE_BY_SIDE.items():
            if _holds(_roots(split(getattr(found, part))), asked):
                return weight * worth
    return weight


def _holds_any(words: Phrase, term: Term) -> bool:
    phrases = (*term.typed, *term.synonyms)
    return any(_holds(words, _roots(phrase)) for phrase in phrases)


def _roots(words: Iterable[str]) -> Phrase:
    return tuple(root(word) for word in words)


def _holds(words: Phrase, phrase: Phrase) -> bool:
    """Whether the phrase stands among the words, side by side."""
    return f" {' '.join(phrase)} " in f" {' '.join(words)} "
