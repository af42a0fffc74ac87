"""The index on PostgreSQL: word positions (tsvector) with GIN, ranked by ts_rank and rarity.

Migration 0002 makes the text search configuration `guidance` (English stems, no stop words: we
leave those out ourselves) and two columns of guidance_pagetext: `document` for the stems and
`vocabulary` for whole words. ts_rank knows nothing of how rare a word is; the rarity used here
is that of BM25 (Robertson and Zaragoza, 2009), which SQLite's bm25 uses too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import Any

from django.db import connection

from guidance.models import PageText
from guidance.search.engines import MARK, UNMARK, Found, Hit, Kind
from guidance.search.query import Term
from guidance.search.synonyms import Phrase
from guidance.search.words import split

WEIGHTS = "{0.1, 0.3, 0.4, 1.0}"
BY_LENGTH = 1
EXTRACT = (
    f'StartSel="{MARK}", StopSel="{UNMARK}", MaxFragments=2, MaxWords=18, MinWords=8,'
    ' FragmentDelimiter=" … "'
)


class PostgresEngine:
    """See `engines.Engine`."""

    def store(self, text: PageText) -> None:
        columns = [_plain(part) for part in (text.title, text.summary, text.headings, text.body)]
        weighted = " || ".join(
            f"setweight(to_tsvector('guidance', %s), '{letter}')" for letter in "ABCD"
        )
        _run(
            f"UPDATE guidance_pagetext SET document = {weighted},"  # noqa: S608
            " vocabulary = to_tsvector('simple', %s) WHERE page_id = %s",
            [*columns, " ".join(columns), text.pk],
        )

    def erase(self, page_id: int) -> None:
        """Nothing to do: the index is in the row that went."""

    def erase_all(self) -> None:
        """Nothing to do: the index is in the rows that went."""

    def hits(self, terms: Sequence[Term]) -> list[Hit]:
        legs = [leg for number, term in enumerate(terms) for leg in _legs(number, term)]
        values = ", ".join(f"(%s::int, %s::int, {sql})" for _, _, sql, _ in legs)
        rows = _run(
            f"WITH asked (term, kind, wanted) AS (VALUES {values})"  # noqa: S608
            " SELECT page_id, term, kind, ts_rank(%s, document, wanted, %s),"
            " (SELECT count(*) FROM guidance_pagetext)"
            " FROM asked JOIN guidance_pagetext ON document @@ wanted",
            [value for leg in legs for value in (leg[0], leg[1], *leg[3])] + [WEIGHTS, BY_LENGTH],
        )
        pages_with = Counter((term, kind) for _, term, kind, _, _ in rows)
        return [
            Hit(page, term, Kind(kind), rank * _rarity(pages_with[term, kind], pages))
            for page, term, kind, rank, pages in rows
        ]

    def found(self, page_ids: Sequence[int], terms: Sequence[Term]) -> list[Found]:
        legs = [leg for number, term in enumerate(terms) for leg in _legs(number, term)]
        anything = " || ".join(sql for _, _, sql, _ in legs)
        rows = _run(
            "SELECT page.id, page.path, words.title, words.summary,"  # noqa: S608
            f" ts_headline('guidance', words.body, {anything}, %s)"
            " FROM guidance_pagetext words JOIN guidance_page page ON page.id = words.page_id"
            " WHERE page.id = ANY(%s) AND page.live_id IS NOT NULL",
            [*(value for leg in legs for value in leg[3]), EXTRACT, list(page_ids)],
        )
        return [Found(*row) for row in rows]

    def vocabulary(self, shortest: int, longest: int) -> Iterable[tuple[str, int]]:
        return _run(
            "SELECT word, ndoc FROM ts_stat('SELECT vocabulary FROM guidance_pagetext')"
            " WHERE length(word) BETWEEN %s AND %s",
            (shortest, longest),
        )


Leg = tuple[int, int, str, list[str]]


def _legs(number: int, term: Term) -> list[Leg]:
    """Return (number of the term, kind, SQL of a tsquery, its values) for each way to hold it."""
    legs = [(number, Kind.TYPED.value, *_either([term.phrase]))]
    if term.synonyms:
        legs.append((number, Kind.SYNONYM.value, *_either(term.synonyms)))
    if term.is_beginning:
        legs.append((number, Kind.LOOSE.value, "to_tsquery('guidance', %s)", [f"'{term.text}':*"]))
    if len(term.phrase) > 1:
        legs.append((number, Kind.LOOSE.value, "plainto_tsquery('guidance', %s)", [term.text]))
    return legs


def _either(phrases: Sequence[Phrase]) -> tuple[str, list[str]]:
    sql = " || ".join(["phraseto_tsquery('guidance', %s)"] * len(phrases))
    return f"({sql})", [" ".join(phrase) for phrase in phrases]


def _rarity(pages_with: int, pages: int) -> float:
    """Return BM25's inverse document frequency, kept above nought for the commonest words."""
    return max(log((pages - pages_with + 0.5) / (pages_with + 0.5)), 0.05)


def _plain(text: str) -> str:
    """Part words as the question does: PostgreSQL would take `and/or` for a file name."""
    return " ".join(split(text))


def _run(query: str, values: Sequence[Any] = ()) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall() if cursor.description else []
