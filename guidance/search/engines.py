"""What a search index must be able to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from guidance.search.query import Term
from guidance.texts.models import PageText


class Kind(Enum):
    """How a page holds a term: as typed, by a word that means the same, or loosely."""

    TYPED = "typed"
    SYNONYM = "synonym"
    LOOSE = "loose"


class Where(Enum):
    """In which part of a page a term stands."""

    ANYWHERE = "anywhere"
    TITLE = "title"
    SUMMARY = "summary"
    HEADINGS = "headings"


PARTS = (Where.TITLE, Where.SUMMARY, Where.HEADINGS)


@dataclass(frozen=True)
class Hit:
    """A page holds a term.

    `term` is the number of the term in the question. `strength` says how much of the page the
    term is, from 0 to 2.2 as in BM25, whatever its rarity; it is 1 for a hit in one part.
    """

    page_id: int
    term: int
    kind: Kind
    where: Where
    strength: float = 1.0


class Engine(Protocol):
    """The index of one database."""

    def store(self, text: PageText) -> None:
        """Write or overwrite one page."""

    def erase(self, page_id: int) -> None:
        """Take one page out."""

    def erase_all(self) -> None:
        """Empty the index."""

    def hits(self, terms: Sequence[Term]) -> tuple[list[Hit], int]:
        """Return every hit of every term, and how many pages there are, in one query."""

    def vocabulary(self, shortest: int, longest: int) -> Iterable[tuple[str, int]]:
        """Return words of these lengths, and on how many pages each stands."""
