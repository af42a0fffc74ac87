"""The index on SQLite: FTS5 with Porter stems, ranked by bm25 (https://sqlite.org/fts5.html).

Migration 0002 makes two virtual tables: `guidance_search` for the stems, and `guidance_words` for
whole words, used for spelling suggestions. The rowid of both is the page's id.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from guidance.search.engines import PARTS, Hit, Kind, Where, run_query
from guidance.search.query import Term
from guidance.search.synonyms import Phrase
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
        anywhere = list(_matches([leg for n, term in enumerate(terms) for leg in _legs(n, term)]))
        pages = anywhere[0][3] if anywhere else 0
        pages_with = Counter(leg for leg, *_ in anywhere)
        return [
            *(
                Hit(page, leg.term, leg.kind, leg.where, score / _rarity(pages_with[leg], pages))
                for leg, page, score, _ in anywhere
            ),
            *(
                Hit(page, leg.term, leg.kind, leg.where)
                for leg, page, *_ in _matches(_legs_in_parts(pages_with))
            ),
        ], pages

    def vocabulary(self, shortest: int, longest: int) -> Iterable[tuple[str, int]]:
        return run_query(
            "SELECT term, doc FROM guidance_vocabulary WHERE length(term) BETWEEN %s AND %s",
            (shortest, longest),
        )


@dataclass(frozen=True)
class _Leg:
    """One way to match a term, and the FTS5 expression that finds it."""

    term: int
    kind: Kind
    where: Where
    match: str

    @property
    def query(self) -> str:
        """The query of the leg. In one part a match is enough, and bm25 would cost most of it."""
        score = "-bm25(guidance_search)" if self.where is Where.ANYWHERE else "1"
        return (
            f"SELECT %s, rowid, {score}, (SELECT count(*) FROM guidance_search_docsize)"  # noqa: S608
            " FROM guidance_search WHERE guidance_search MATCH %s"
        )


def _legs(number: int, term: Term) -> Iterator[_Leg]:
    for kind, phrases in ((Kind.TYPED, term.typed), (Kind.SYNONYM, term.synonyms)):
        for phrase in phrases:
            yield _Leg(number, kind, Where.ANYWHERE, _quoted(phrase))
    if term.is_beginning:
        yield _Leg(number, Kind.LOOSE, Where.ANYWHERE, f"{_quoted(term.phrase)}*")


def _legs_in_parts(legs: Iterable[_Leg]) -> list[_Leg]:
    """Return a leg for each part and each way of matching a term, of phrases found somewhere."""
    phrases = defaultdict(list)
    for leg in legs:
        if leg.kind is not Kind.LOOSE:
            phrases[leg.term, leg.kind].append(leg.match)
    return [
        _Leg(term, kind, part, f"{part.value} : ({' OR '.join(either)})")
        for (term, kind), either in phrases.items()
        for part in PARTS
    ]


def _matches(legs: Sequence[_Leg]) -> Iterator[tuple[_Leg, int, float, int]]:
    """Yield (leg, page id, score, number of pages) for each page that a leg matches."""
    numbered = list(enumerate(legs))
    for first in range(0, len(legs), MOST_LEGS):
        asked = numbered[first : first + MOST_LEGS]
        rows = run_query(
            " UNION ALL ".join(leg.query for _, leg in asked),
            [value for number, leg in asked for value in (number, leg.match)],
        )
        for number, page, score, pages in rows:
            yield legs[number], page, score, pages


def _rarity(pages_with: int, pages: int) -> float:
    """Return the rarity in FTS5's bm25 score, to divide it out (FTS5, section 5.1.1)."""
    rarity = log((pages - pages_with + 0.5) / (pages_with + 0.5))
    return rarity if rarity > 0 else 1e-6


def _quoted(phrase: Phrase) -> str:
    """Return an FTS5 string. Words are letters and digits only, so nothing needs escaping."""
    return f'"{" ".join(phrase)}"'
