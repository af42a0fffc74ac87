"""Answers a question with pages. The entry point of the search."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from django.db import DatabaseError
from django.urls import reverse
from django.utils.safestring import SafeString

from guidance.search.engines import Engine, Hit
from guidance.search.extract import extract, patterns_of
from guidance.search.index import engine, pages_of_the_day, refresh
from guidance.search.query import LONGEST_QUESTION, Question, Term, read
from guidance.search.ranking import PageWords, answers, asked_of, in_order, pairs_of, rank, score_of
from guidance.search.services import known_synonyms
from guidance.search.spelling import respell
from guidance.search.synonyms import Synonyms
from guidance.search.words import STOP_WORDS, root, split
from guidance.texts.models import PageText
from kls_portal import nav
from kls_portal.parts import Link
from kls_portal.public import cached_until_publish
from kls_portal.tools import TOOLS, Tool

MOST = 20
# How many of the best pages are reweighted by their text; the rest keep their order.
WEIGHED = 60
_READ = ("pk", "title", "summary", "headings", "body", "page__path")
ABOUT_THE_PORTAL = frozenset(link.address.strip("/") for link in nav.ABOUT_THE_PORTAL)


@dataclass(frozen=True)
class Result:
    """A page found. `extract` is safe HTML with the matches in `<mark>`."""

    title: str
    address: str
    summary: str
    extract: SafeString
    score: float


@dataclass(frozen=True)
class Answer:
    """The answer to a question, as shown to a reader.

    `results` are the best 20 at most of the `number` pages. `asked` is False if the question has no
    word, and `was_cut` True if it was too long. `spelt` is the question with unknown words
    corrected, or "". `is_respelt`: whether results and tools are for `spelt`. `terms` are those of
    the question as asked.
    """

    results: list[Result]
    number: int = 0
    tools: list[Tool] = field(default_factory=list)
    asked: bool = True
    longest = LONGEST_QUESTION
    was_cut: bool = False
    spelt: str = ""
    is_respelt: bool = False
    terms: Sequence[Term] = ()

    @property
    def is_cut(self) -> bool:
        return self.number > len(self.results)


def answer(text: str) -> Answer:
    """Return at most 20 pages for a question, and how it was understood. Accepts any text."""
    synonyms = known_synonyms()
    question = read(text, synonyms)
    terms, was_cut = question.terms, question.was_cut
    if not terms:
        return Answer([], asked=False, was_cut=was_cut)
    with suppress(DatabaseError):
        cached_until_publish("search of the day", refresh)  # facts may have changed
    with pages_of_the_day():
        index = engine()
        hits, pages = index.hits(terms)
        if spelt := _respell(index, hits, terms, synonyms):
            question = read(spelt, synonyms)
            hits, pages = index.hits(question.terms)
        results, number = _results(hits, pages, question)
    is_respelt = bool(spelt and results)
    return Answer(
        results,
        number,
        _tools_for(spelt if is_respelt else text[:LONGEST_QUESTION]),
        was_cut=was_cut,
        spelt=spelt,
        is_respelt=is_respelt,
        terms=terms,
    )


def _results(hits: Sequence[Hit], pages: int, question: Question) -> tuple[list[Result], int]:
    terms, asked = question.terms, asked_of(question.words)
    ranked = rank(hits, pages, [term.weight for term in terms])
    if not ranked:
        return [], 0
    first = dict(ranked[:WEIGHED])
    rows = PageText.objects.filter(pk__in=first).values_list(*_READ)
    texts = {key: PageWords(*words) for key, *words in rows}
    pairs = pairs_of(terms)
    weighed = {
        key: score_of(text, first[key], terms, pairs, asked, ABOUT_THE_PORTAL)
        for key, text in texts.items()
    }
    best = answers([*in_order(weighed), *ranked[WEIGHED:]])
    patterns = patterns_of(terms)
    results = [
        Result(
            title=text.title,
            address=reverse("guidance:page_detail", kwargs={"path": text.path}),
            summary=text.summary,
            extract=extract(text.body, patterns),
            score=score,
        )
        for key, score in best[:MOST]
        if (text := texts.get(key))
    ]
    return results, len(best)


def _respell(index: Engine, hits: Sequence[Hit], terms: Sequence[Term], synonyms: Synonyms) -> str:
    """Return the question with similar words for those without a hit, "" if there are none."""
    matched = {hit.term for hit in hits}
    unknown = [term for number, term in enumerate(terms) if number not in matched]
    lost = [term.text for term in unknown if not (term.synonyms or term.spellings)]
    meant = respell(lost, index, synonyms.words) if lost else {}
    return " ".join(meant.get(term.text, term.text) for term in terms) if meant else ""


MOST_TOOLS = 2


def _tools_for(asked: str) -> list[Tool]:
    """Return at most MOST_TOOLS tools with a phrase whose words are all in the question."""
    said = _roots(asked)
    meant = (tool for tool, phrases in _phrases() if any(phrase <= said for phrase in phrases))
    return list(islice(meant, MOST_TOOLS))


@cache
def _phrases() -> list[tuple[Tool, list[set[str]]]]:
    return [(tool, [_roots(phrase) for phrase in tool.asked]) for tool in TOOLS]


LEAST_ALIKE = 0.35
ALL_TOOLS = Link("All tools", "/tools/", "See everything that the portal can do for you.")


def nearest(asked: str) -> list[Link]:
    """Return the page and the tool whose names are most like an unanswered question, if any are.

    Alike is the overlap coefficient of their trigrams: those in common, by the smaller number.
    """
    asked_threes = _threes(asked)
    texts = PageText.objects.select_related("page").defer("body", "headings")
    pages = [Link(one.title, one.page.get_absolute_url(), one.summary) for one in texts]
    tools = [Link(tool.name, tool.address, tool.what_for) for tool in TOOLS]

    def alike(link: Link) -> float:
        own = _threes(link.text)
        fewer = min(len(own), len(asked_threes))
        return len(own & asked_threes) / fewer if fewer else 0.0

    best = [max(links, key=alike) for links in (pages, tools) if links]
    return [link for link in best if alike(link) >= LEAST_ALIKE]


def _threes(words: str) -> set[str]:
    padded = [f" {word} " for word in split(words) if word not in STOP_WORDS]
    return {word[at : at + 3] for word in padded for at in range(len(word) - 2)}


def _roots(words: str) -> set[str]:
    return {root(word) for word in split(words)}
