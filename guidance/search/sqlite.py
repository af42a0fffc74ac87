"""The index on SQLite: FTS5 with Porter stems, ranked by bm25 (https://sqlite.org/fts5.html).

Migration 0002 makes two virtual tables: `guidance_search` for the stems, and `guidance_words` for
whole words, used for spelling suggestions. The rowid of both is the page's id.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log

from guidance.search.engines import PARTS, Hit, Kind, Leg, Where, legs_of, run_query
from guidance.search.query import Term
from guidance.texts.models import PageText

# SQLite joins at most 500 SELECTs (https://sqlite.org/limits.html).
MOST_LEGS = 400


class SqliteEngine:
    """See `engines.Engine`."""

    def store(self, text: PageText) -> None:
        self.erase(text.pk)
        columns = (text.pk, text.title, text.summary, text.headings, text.body)
        run_query(
            "INSERT INTO guidance_search (rowid, title, summary, headings, body)"
            " VALUES (%s, %s, %s, %s, %s)",
            columns,
        )
        run_query(
            "INSERT INTO guidance_words (rowid, words) VALUES (%s, %s)",
            (text.pk, " ".join(columns[1:])),
        )

    def erase(self, page_id: int) -> None:
        run_query("DELETE FROM guidance_search WHERE rowid = %s", (page_id,))
        run_query("DELETE FROM guidance_words WHERE rowid = %s", (page_id,))

    def erase_all(self) -> None:
        run_query("DELETE FROM guidance_search")
        run_query("DELETE FROM guidance_words")

    def hits(self, terms: Sequence[Term]) -> tuple[list[Hit], int]:
        legs = legs_of(terms)
        anywhere = list(_matches(list(map(_expression, legs)), "-bm25(guidance_search)"))
        pages = anywhere[0][3] if anywhere else 0
        pages_with = Counter(at for at, *_ in anywhere)
        hits = []
        for at, page, score, _ in anywhere:
            strength = score / _rarity(pages_with[at], pages)
            hits.append(Hit(page, legs[at].term, legs[at].kind, Where.ANYWHERE, strength))
        parts = _in_parts([legs[at] for at in pages_with])
        # In one part a match is enough, and bm25 would cost most of it.
        for at, page, *_ in _matches([match for *_, match in parts], "1"):
            hits.append(Hit(page, *parts[at][:3]))
        return hits, pages

    def vocabulary(self, shortest: int, longest: int) -> Iterable[tuple[str, int]]:
        return run_query(
            "SELECT term, doc FROM guidance_vocabulary WHERE length(term) BETWEEN %s AND %s",
            (shortest, longest),
        )


def _in_parts(legs: Iterable[Leg]) -> list[tuple[int, Kind, Where, str]]:
    """Return for each part the terms, the ways of matching them and the expression of either."""
    expressions = defaultdict(list)
    for leg in legs:
        if leg.kind is not Kind.LOOSE:
            expressions[leg.term, leg.kind].append(_expression(leg))
    return [
        (term, kind, part, f"{part.value} : ({' OR '.join(either)})")
        for (term, kind), either in expressions.items()
        for part in PARTS
    ]


def _matches(expressions: Sequence[str], score: str) -> Iterator[tuple[int, int, float, int]]:
    """Yield (place of the expression, page id, score, number of pages) for each page it matches."""
    query = (
        f"SELECT %s, rowid, {score}, (SELECT count(*) FROM guidance_search_docsize)"  # noqa: S608
        " FROM guidance_search WHERE guidance_search MATCH %s"
    )
    numbered = list(enumerate(expressions))
    for first in range(0, len(numbered), MOST_LEGS):
        asked = numbered[first : first + MOST_LEGS]
        values = [value for row in asked for value in row]
        yield from run_query(" UNION ALL ".join([query] * len(asked)), values)


def _rarity(pages_with: int, pages: int) -> float:
    """Return the rarity in FTS5's bm25 score, to divide it out (FTS5, section 5.1.1)."""
    rarity = log((pages - pages_with + 0.5) / (pages_with + 0.5))
    return rarity if rarity > 0 else 1e-6


def _expression(leg: Leg) -> str:
    """Return an FTS5 string. Words are letters and digits only, so nothing needs escaping."""
    beginning = "*" if leg.kind is Kind.LOOSE else ""
    return f'"{" ".join(leg.phrase)}"{beginning}'
