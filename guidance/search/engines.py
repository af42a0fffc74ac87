"""The interface of a search index, and the way to its database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from django.db import connection

from guidance.search.query import Term
from guidance.search.synonyms import Phrase
from guidance.texts.models import PageText


def run_query(query: str, values: Sequence[Any] = ()) -> list[Any]:
    """Run SQL on the default database; return its rows, [] for a statement without any."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall() if cursor.description else []


class Kind(Enum):
    """How a page matches a term: as typed, by a synonym, or loosely."""

    TYPED = "typed"
    SYNONYM = "synonym"
    LOOSE = "loose"


class Where(Enum):
    ANYWHERE = "anywhere"
    TITLE = "title"
    SUMMARY = "summary"
    HEADINGS = "headings"


PARTS = (Where.TITLE, Where.SUMMARY, Where.HEADINGS)


@dataclass(frozen=True)
class Hit:
    """A match of a term on a page.

    `term` is the index of the term in the question. `strength` is the term frequency part of BM25,
    from 0 to 2.2 and without rarity; it is 1 for a hit in one part.
    """

    page_id: int
    term: int
    kind: Kind
    where: Where
    strength: float = 1.0


@dataclass(frozen=True)
class Leg:
    """One way to match a term, by its index in the question: a phrase, or a loose beginning."""

    term: int
    kind: Kind
    phrase: Phrase


def legs_of(terms: Sequence[Term]) -> list[Leg]:
    """Return every way to match the terms of a question, term by term."""
    return [
        Leg(number, kind, phrase)
        for number, term in enumerate(terms)
        for kind, phrases in (
            (Kind.TYPED, term.typed),
            (Kind.SYNONYM, term.synonyms),
            (Kind.LOOSE, (term.phrase,) if term.is_beginning else ()),
        )
        for phrase in phrases
    ]


class Engine(Protocol):
    def store(self, text: PageText) -> None:
        """Insert or replace one page."""

    def erase(self, page_id: int) -> None:
        """Remove one page."""

    def erase_all(self) -> None:
        """Empty the index."""

    def hits(self, terms: Sequence[Term]) -> tuple[list[Hit], int]:
        """Return all hits of all terms, and the number of indexed pages."""

    def vocabulary(self, shortest: int, longest: int) -> Iterable[tuple[str, int]]:
        """Return the words of these lengths with the number of pages each occurs on."""
