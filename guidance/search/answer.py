"""Answers a question with pages: the one door to the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.utils.safestring import SafeString

from guidance.models import PageText
from guidance.search.engines import Engine, Hit, engine
from guidance.search.extract import extract
from guidance.search.query import Term, read
from guidance.search.ranking import rank
from guidance.search.spelling import respell
from guidance.search.synonyms import Synonyms
from guidance.shipped.content import FOLDER
from guidance.shipped.synonyms import read_synonyms


@dataclass(frozen=True)
class Result:
    """A page that answers. `extract` is safe HTML with the words found in `<mark>`."""

    title: str
    address: str
    summary: str
    extract: SafeString
    score: float


@dataclass(frozen=True)
class Answer:
    """Everything a reader is told.

    `asked` is False where the question held no word; `was_cut` says that it was too long;
    `spelt` is the question in other words, where some stand nowhere in the guidance; and
    `is_respelt` says that the results are for `spelt`, because there were none.
    """

    results: list[Result]
    asked: bool = True
    was_cut: bool = False
    spelt: str = ""
    is_respelt: bool = False


def search(text: str) -> list[Result]:
    """Return the pages that answer, best first, at most 20. Any text will do."""
    return answer(text).results


def answer(text: str) -> Answer:
    """Return the pages that answer a question, and how it was understood. Any text will do."""
    question = read(text, shipped_synonyms())
    if not question.terms:
        return Answer([], asked=False, was_cut=question.was_cut)
    index = engine()
    hits, pages = index.hits(question.terms)
    results = _results(rank(hits, pages), question.terms)
    spelt = _respell(index, hits, question.terms)
    if spelt and not results:
        terms = read(spelt, shipped_synonyms()).terms
        results = _results(rank(*index.hits(terms)), terms)
        return Answer(results, was_cut=question.was_cut, spelt=spelt, is_respelt=bool(results))
    return Answer(results, was_cut=question.was_cut, spelt=spelt)


@cache
def shipped_synonyms() -> Synonyms:
    """Return the synonyms that come with the portal; they are read once."""
    return read_synonyms(FOLDER / "synonyms.toml")


def _results(best: Sequence[tuple[int, float]], terms: Sequence[Term]) -> list[Result]:
    if not best:
        return []
    texts = PageText.objects.select_related("page").in_bulk([key for key, _ in best])
    return [
        Result(
            title=text.title,
            address=text.page.get_absolute_url(),
            summary=text.summary,
            extract=extract(text.body, terms),
            score=score,
        )
        for key, score in best
        if (text := texts.get(key))
    ]


def _respell(index: Engine, hits: Sequence[Hit], terms: Sequence[Term]) -> str:
    """Return the question with near words for those found nowhere, or "" where none is near."""
    found = {hit.term for hit in hits}
    lost = [term.text for number, term in enumerate(terms) if number not in found]
    meant = respell(lost, index)
    return " ".join(meant.get(term.text, term.text) for term in terms) if meant else ""
