"""The index on PostgreSQL: word positions (tsvector) with GIN, and ts_rank.

Migration 0002 makes the text search configuration `guidance` (English stems, without stop words,
which `query` removes) and two columns of guidance_pagetext: `document` for the stems and
`vocabulary` for whole words.
"""

import re
from collections.abc import Iterable, Sequence
from math import pi

from guidance.search.engines import PARTS, Hit, Kind, Leg, Where, legs_of, run_query
from guidance.search.query import Term
from guidance.search.words import split
from guidance.texts.models import PageText

K1, B = 1.2, 0.75
"""How soon repeats stop counting, and how far a page's length counts: as in FTS5's bm25."""

# Each page is unpacked once, and not again for each leg. The parts are those of PARTS, in order.
_FIND = """
    WITH asked (leg, wanted, counted) AS (VALUES {asked}), sizes AS (
        SELECT page_id, octet_length(title) + octet_length(summary) + octet_length(headings)
            + octet_length(body) AS size FROM guidance_pagetext
    ), pages AS MATERIALIZED (
        SELECT page_id, size / avg(size) OVER () AS size,
            ts_filter(document, '{{A, B, C, D}}') AS document, ts_filter(document, '{{A}}') AS a,
            ts_filter(document, '{{B}}') AS b, ts_filter(document, '{{C}}') AS c
        FROM guidance_pagetext JOIN sizes USING (page_id)
    )
    SELECT leg, page_id, (SELECT count(*) FROM pages), size,
        (SELECT min(ts_rank('{{1, 1, 1, 1}}', document, one)) FROM unnest(counted) AS one),
        a @@ wanted, b @@ wanted, c @@ wanted
    FROM asked JOIN pages ON document @@ wanted
"""


class PostgresEngine:
    """See `engines.Engine`."""

    def store(self, text: PageText) -> None:
        # Split as questions are: PostgreSQL would take `and/or` for a file name.
        columns = [split(part) for part in (text.title, text.summary, text.headings, text.body)]
        weighted = " || ".join(
            f"setweight(to_tsvector('guidance', %s), '{letter}')" for letter in "ABCD"
        )
        run_query(
            f"UPDATE guidance_pagetext SET document = {weighted},"  # noqa: S608
            " vocabulary = to_tsvector('simple', %s) WHERE page_id = %s",
            [*map(_singulars, columns), " ".join(" ".join(words) for words in columns), text.pk],
        )

    def erase(self, page_id: int) -> None:
        """Do nothing: the index is in the deleted row."""

    def erase_all(self) -> None:
        """Do nothing: the index is in the deleted rows."""

    def hits(self, terms: Sequence[Term]) -> tuple[list[Hit], int]:
        legs = legs_of(terms)
        conditions = [_condition(leg) for leg in legs]
        rows = run_query(
            _FIND.format(asked=", ".join(f"(%s::int, {sql})" for sql, _ in conditions)),
            [value for at, (_, values) in enumerate(conditions) for value in (at, *values)],
        )
        hits, in_parts = [], set()
        for at, page, _, size, rank, *parts in rows:
            leg = legs[at]
            strength = _strength(rank, float(size))
            hits.append(Hit(page, leg.term, leg.kind, Where.ANYWHERE, strength))
            if leg.kind is not Kind.LOOSE:
                holds = zip(PARTS, parts, strict=True)
                in_parts |= {Hit(page, leg.term, leg.kind, part) for part, is_in in holds if is_in}
        return [*hits, *in_parts], rows[0][2] if rows else 0

    def vocabulary(self, shortest: int, longest: int) -> Iterable[tuple[str, int]]:
        return run_query(
            "SELECT word, ndoc FROM ts_stat('SELECT vocabulary FROM guidance_pagetext')"
            " WHERE length(word) BETWEEN %s AND %s",
            (shortest, longest),
        )


def _condition(leg: Leg) -> tuple[str, tuple[str, ...]]:
    """Return the SQL of a tsquery that finds a leg and of those to count, and their values."""
    if leg.kind is Kind.LOOSE:
        beginning = f"'{_singulars(leg.phrase)}':*"
        sql = "to_tsquery('guidance', %s)"
        return f"{sql}, ARRAY[{sql}]", (beginning, beginning)
    words = ", ".join(["plainto_tsquery('guidance', %s)"] * len(leg.phrase))
    in_order = "phraseto_tsquery('guidance', %s)"
    return f"{in_order}, ARRAY[{words}]", (_singulars(leg.phrase), *map(_singular, leg.phrase))


def _strength(rank: float, size: float) -> float:
    """Return the term frequency part of BM25. size: of the page, over that of an average page.

    rank: ts_rank of the word with the fewest repeats. It is the sum of 1/j² for each repeat j, over
    the sum without end, π²/6. What n repeats leave of that sum is close to 1 / (n + 1/2).
    """
    missing = max(1 - rank, 1e-3) * pi**2 / 6
    repeats = max(1 / missing - 0.5, 0.5)
    return repeats * (K1 + 1) / (repeats + K1 * (1 - B + B * size))


def _singulars(words: Iterable[str]) -> str:
    return " ".join(map(_singular, words))


def _singular(word: str) -> str:
    """Return “jd” for “jds”: of a word without vowels, the stemmer leaves the plural as it is."""
    return word[:-1] if _PLURAL.fullmatch(word) else word


_PLURAL = re.compile(r"[^aeiouy]{1,30}[^aeiouys]s")
