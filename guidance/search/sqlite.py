"""The index on SQLite: FTS5 with Porter stems, ranked by bm25 (https://sqlite.org/fts5.html).

Two virtual tables, made in migration 0002: `guidance_search` holds the stems, and
`guidance_words` whole words, from which other spellings are offered. Both are keyed by rowid,
which is the page's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from guidance.models import PageText
from guidance.search.engines import MARK, UNMARK, Found, Hit, Kind
from guidance.search.query import Term
from guidance.search.synonyms import Phrase

WEIGHTS = "8.0, 4.0, 3.0, 1.0"
EXTRACT_WORDS = 32
_BODY_COLUMN = 3


class SqliteEngine:
    """See `engines.Engine`."""

    def store(self, text: PageText) -> None:
        self.erase(text.pk)
        columns = (text.pk, text.title, text.summary, text.headings, text.body)
        _run(
            "INSERT INTO guidance_search (rowid, title, summary, headings, body)"
            " VALUES (%s, %s, %s, %s, %s)",
            columns,
        )
        _run(
            "INSERT INTO guidance_words (rowid, words) VALUES (%s, %s)",
            (text.pk, " ".join(columns[1:])),
        )

    def erase(self, page_id: int) -> None:
        _run("DELETE FROM guidance_search WHERE rowid = %s", (page_id,))
        _run("DELETE FROM guidance_words WHERE rowid = %s", (page_id,))

    def erase_all(self) -> None:
        _run("DELETE FROM guidance_search")
        _run("DELETE FROM guidance_words")

    def hits(self, terms: Sequence[Term]) -> list[Hit]:
        legs = [leg for number, term in enumerate(terms) for leg in _legs(number, term)]
        query = " UNION ALL ".join(
            f"SELECT rowid, %s, %s, -bm25(guidance_search, {WEIGHTS})"  # noqa: S608
            " FROM guidance_search WHERE guidance_search MATCH %s"
            for _ in legs
        )
        rows = _run(query, [value for leg in legs for value in leg])
        return [Hit(page, term, Kind(kind), strength) for page, term, kind, strength in rows]

    def found(self, page_ids: Sequence[int], terms: Sequence[Term]) -> list[Found]:
        places = ", ".join(["%s"] * len(page_ids))
        anything = " OR ".join(
            leg[2] for number, term in enumerate(terms) for leg in _legs(number, term)
        )
        rows = _run(
            "SELECT page.id, page.path, guidance_search.title, guidance_search.summary,"  # noqa: S608
            f" snippet(guidance_search, {_BODY_COLUMN}, %s, %s, '…', {EXTRACT_WORDS})"
            " FROM guidance_search JOIN guidance_page page ON page.id = guidance_search.rowid"
            f" WHERE guidance_search MATCH %s AND page.id IN ({places})"
            " AND page.live_id IS NOT NULL",
            [MARK, UNMARK, anything, *page_ids],
        )
        return [Found(*row) for row in rows]

    def vocabulary(self, shortest: int, longest: int) -> Iterable[tuple[str, int]]:
        return _run(
            "SELECT term, doc FROM guidance_vocabulary WHERE length(term) BETWEEN %s AND %s",
            (shortest, longest),
        )


def _legs(number: int, term: Term) -> list[tuple[int, int, str]]:
    """Return (number of the term, kind, FTS5 expression) for each way to hold a term."""
    legs = [(number, Kind.TYPED.value, _quoted(term.phrase))]
    if term.synonyms:
        either = " OR ".join(_quoted(phrase) for phrase in term.synonyms)
        legs.append((number, Kind.SYNONYM.value, f"({either})"))
    if term.is_beginning:
        legs.append((number, Kind.LOOSE.value, f"{_quoted(term.phrase)}*"))
    if len(term.phrase) > 1:
        apart = " AND ".join(_quoted((word,)) for word in term.phrase)
        legs.append((number, Kind.LOOSE.value, f"({apart})"))
    return legs


def _quoted(phrase: Phrase) -> str:
    """Return an FTS5 string. Words hold letters and digits only, so nothing needs escaping."""
    return f'"{" ".join(phrase)}"'


def _run(query: str, values: Sequence[Any] = ()) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall() if cursor.description else []
