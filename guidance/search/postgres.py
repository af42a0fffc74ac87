"""The index on PostgreSQL: word positions (tsvector) with GIN, and ts_rank.

Migration 0002 makes the text search configuration `guidance` (English stems, without stop words,
which `query` removes) and two columns of guidance_pagetext: `document` for the stems and
`vocabulary` for whole words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guidance.search.engines import PARTS, Hit, Kind, Where, run_query
from guidance.search.query import Term
from guidance.search.synonyms import Phrase
from guidance.search.words import split
from guidance.texts.models import PageText

LETTERS = {Where.TITLE: "A", Where.SUMMARY: "B", Where.HEADINGS: "C"}
EVEN = "{1, 1, 1, 1}"
MOST_STRENGTH = 2.2


class PostgresEngine:
    """See `engines.Engine`."""

    def store(self, text: PageText) -> None:
        columns = [
            _words_for_query(part) for part in (text.title, text.summary, text.headings, text.body)
        ]
        weighted = " || ".join(
            f"setweight(to_tsvector('guidance', %s), '{letter}')" for letter in "ABCD"
        )
        run_query(
            f"UPDATE guidance_pagetext SET document = {weighted},"  # noqa: S608
            " vocabulary = to_tsvector('simple', %s) WHERE page_id = %s",
            [*columns, " ".join(columns), text.pk],
        )

    def erase(self, page_id: int) -> None:
        """Do nothing: the index is in the deleted row."""

    def erase_all(self) -> None:
        """Do nothing: the index is in the deleted rows."""

    def hits(self, terms: Sequence[Term]) -> tuple[list[Hit], int]:
        legs = [leg for number, term in enumerate(terms) for leg in _legs(number, term)]
        values = ", ".join(f"(%s::int, {leg.sql})" for leg in legs)
        parts = ", ".join(f"ts_filter(document, '{{{LETTERS[part]}}}') @@ wanted" for part in PARTS)
        rows = run_query(
            f"WITH asked (leg, wanted) AS (VALUES {values})"  # noqa: S608
            " SELECT leg, page_id, (SELECT count(*) FROM guidance_pagetext),"
            f" ts_rank('{EVEN}', document, wanted), {parts}"
            " FROM asked JOIN guidance_pagetext ON document @@ wanted",
            [value for at, leg in enumerate(legs) for value in (at, *leg.values)],
        )
        hits = [hit for at, page, _, *rest in rows for hit in _hits(legs[at], page, *rest)]
        return hits, rows[0][2] if rows else 0

    def vocabulary(self, shortest: int, longest: int) -> Iterable[tuple[str, int]]:
        return run_query(
            "SELECT word, ndoc FROM ts_stat('SELECT vocabulary FROM guidance_pagetext')"
            " WHERE length(word) BETWEEN %s AND %s",
            (shortest, longest),
        )


@dataclass(frozen=True)
class _Leg:
    """One way to match a term: the SQL of a tsquery, and its parameters."""

    term: int
    kind: Kind
    sql: str
    values: tuple[str, ...]


def _legs(number: int, term: Term) -> Iterator[_Leg]:
    yield _Leg(number, Kind.TYPED, *_either(term.typed))
    if term.synonyms:
        yield _Leg(number, Kind.SYNONYM, *_either(term.synonyms))
    if term.is_beginning:
        beginning = (f"'{term.text}':*",)
        yield _Leg(number, Kind.LOOSE, "to_tsquery('guidance', %s)", beginning)
    if term.may_stand_apart:
        yield _Leg(number, Kind.LOOSE, "plainto_tsquery('guidance', %s)", (term.text,))


def _either(phrases: Sequence[Phrase]) -> tuple[str, tuple[str, ...]]:
    sql = " || ".join(["phraseto_tsquery('guidance', %s)"] * len(phrases))
    return f"({sql})", tuple(" ".join(phrase) for phrase in phrases)


def _hits(leg: _Leg, page: int, rank: float, *in_parts: bool) -> Iterator[Hit]:
    yield Hit(page, leg.term, leg.kind, Where.ANYWHERE, MOST_STRENGTH * rank)
    for part, is_there in zip(PARTS, in_parts, strict=True):
        if is_there and leg.kind is not Kind.LOOSE:
            yield Hit(page, leg.term, leg.kind, part)


def _words_for_query(text: str) -> str:
    """Split words as questions are split: PostgreSQL would take `and/or` for a file name."""
    return " ".join(split(text))
