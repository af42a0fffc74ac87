"""What a search index must be able to do, and which one this database has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from django.db import connection

from guidance.models import PageText
from guidance.search.query import Term

MARK, UNMARK = "\x02", "\x03"


class Kind(IntEnum):
    """How a page holds a term: as typed, by a synonym, or loosely."""

    TYPED = 0
    SYNONYM = 1
    LOOSE = 2


@dataclass(frozen=True)
class Hit:
    """A page holds a term: which page, the number of the term, how, and how strongly."""

    page_id: int
    term: int
    kind: Kind
    strength: float


@dataclass(frozen=True)
class Found:
    """A page to show. In `extract`, the words found stand between MARK and UNMARK."""

    page_id: int
    path: str
    title: str
    summary: str
    extract: str


class Engine(Protocol):
    """The index of one database."""

    def store(self, text: PageText) -> None:
        """Write or overwrite one page."""

    def erase(self, page_id: int) -> None:
        """Take one page out."""

    def erase_all(self) -> None:
        """Empty the index."""

    def hits(self, terms: Sequence[Term]) -> list[Hit]:
        """Return every hit of every term, in one query."""

    def found(self, page_ids: Sequence[int], terms: Sequence[Term]) -> list[Found]:
        """Return these pages with extracts, in one query, in any order."""

    def vocabulary(self, shortest: int, longest: int) -> Iterable[tuple[str, int]]:
        """Return words of these lengths, and on how many pages each stands."""


def engine() -> Engine:
    """Return the engine of the default database."""
    if connection.vendor == "postgresql":
        from guidance.search.postgres import PostgresEngine

        return PostgresEngine()
    from guidance.search.sqlite import SqliteEngine

    return SqliteEngine()
