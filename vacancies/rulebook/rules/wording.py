"""How plainly a text is written, and what in it is out of date."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kls_portal.calendar.working_days import NATIONS
from vacancies.reading.facts import fact_of
from vacancies.reading.gaps import GAP, TO_COME, is_gap
from vacancies.reading.headings import section_of
from vacancies.reading.old_job import SHORT
from vacancies.rulebook.abbreviations import unexplained
from vacancies.rulebook.document import Document
from vacancies.rulebook.figures import SCOTLAND, nation_of
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.plainness import heavy_words, passive_sentences, readability
from vacancies.rulebook.protected import NORTHERN_IRELAND
from vacancies.rulebook.registry import reports_missing, text_rule
from vacancies.rulebook.rulebook import all_per_document, first_of_each, found, number
from vacancies.rulebook.words import Phrases, phrases, replacements


@text_rule("C1")
def long_sentence(document: Document) -> Iterator[Finding]:
    """C1: a sentence of more than 25 words.

    Report each sentence over the limit. Source: Inside GOV.UK blog. A list item is a sentence of
    its own.
    """
    most = number("C1", "max_words")
    for sentence in document.sentences:
        if sentence.words > most:
            yield found("C1", document, sentence.span, n=sentence.words)


@text_rule("C2")
def reading_age(document: Document) -> Iterator[Finding]:
    """C2: the text reads at an age over 14.

    Report once if the reading age is over the limit. Source: NHS content style (9 to 11, at most
    14). See `readability` for the formula. Very short texts are not reported.
    """
    numbers = readability(document)
    enough = numbers.words >= number("C2", "fewest_words")
    enough = enough and numbers.sentences >= number("C2", "fewest_sentences")
    age = numbers.reading_age
    if enough and age is not None and age > number("C2", "warn_over"):
        yield found("C2", document, n=age)


@text_rule("C3")
def abbreviation_not_spelt_out(document: Document) -> Iterator[Finding]:
    """C3: an abbreviation that is not spelt out at its first use.

    Report each abbreviation once, at its first use, but none that T1 asks to replace or T3 to fill
    in. Source: CIPD inclusive recruitment guide for managers.
    """
    replaced = {document.text[place.start : place.end] for place in _old_names(document)}
    for place in unexplained(document):
        letters = document.text[place.start : place.end]
        if letters not in replaced and not is_gap(letters):
            yield found("C3", document, place, acr=letters)


_WORDS = replacements("jargon")
_JARGON = phrases(_WORDS)
_INSTEAD = re.compile("Write “([^”]{1,80})”\\.")
_IN_CAPITALS = frozenset({"opac", "lms", "ill", "cas", "sdi", "pico"})


@text_rule("C4")
def jargon(document: Document) -> Iterator[Finding]:
    """C4: jargon of libraries, the NHS and offices.

    Report each word once, at its first place. Source: CIPD inclusive recruitment guide for
    managers; the list is in jd_words.toml. An abbreviation counts in capitals only ("ILL", not
    "ill") and not where it is spelt out.
    """
    bare = {place.start for place in unexplained(document)}
    places = (place for place in document.found(_JARGON) if _counts(document, place, bare))
    for place in first_of_each(document, places):
        word = document.text[place.start : place.end]
        plain = " ".join(word.lower().replace("-", " ").split())
        advice = _WORDS[plain]
        instead = _INSTEAD.fullmatch(advice)
        yield found(
            "C4",
            document,
            place,
            replacement=instead[1] if instead else "",
            word=" ".join(word.split()),
            suggestion=advice,
        )


def _counts(document: Document, place: Span, bare: set[int]) -> bool:
    in_capitals = document.folded[place.start : place.end] in _IN_CAPITALS
    if in_capitals:
        return place.start in bare and document.text[place.start : place.end].isupper()
    return True


_YOU = re.compile(r"\b(?:you|your|yours|you'll|you're)\b")


@reports_missing("C8")
def addresses_the_reader(document: Document) -> bool:
    """C8: the advert does not speak to the reader.

    Report once if "you" is nowhere in the text. Source: NHS content style.
    """
    return document.has(_YOU)


@text_rule("C9")
def heavy_wording(document: Document) -> Iterator[Finding]:
    """C9: heavy words with a plain replacement, and too many passive sentences.

    Report each heavy word once, and once a large share of passive sentences. Source: NHS content
    style (plain words); the list is in jd_words.toml.
    """
    for place, plain in heavy_words(document):
        yield found("C9", document, place, replacement=plain, suggestion=f"Write “{plain}”.")
    yield from _passive(document)


def _passive(document: Document) -> Iterator[Finding]:
    total, passive = len(document.sentences), len(passive_sentences(document))
    if total < number("C9", "fewest_sentences"):
        return
    share = round(100 * passive / total)
    if share > number("C9", "passive_share"):
        yield found(
            "C9",
            document,
            variant="passive",
            n=passive,
            total=total,
            share=share,
            suggestion="Say who does it: “you order books”, not “books are ordered”.",
        )


_GREAT_BRITAIN = ("out_of_date", "out_of_date_in_great_britain")
_LISTS = {
    NORTHERN_IRELAND: ("out_of_date", "not_in_northern_ireland"),
    SCOTLAND: (*_GREAT_BRITAIN, "not_in_scotland"),
}
"""The lists for a nation with names of its own; those of Great Britain are for the rest."""
_PAST = re.compile(
    r"\b(?:formerly|previous(?:ly)?|former|replac\w{1,3}|used to be|was once|once|repealed|now"
    r"|until|archiv\w{1,4}|histor\w{1,5}|legacy|merged|succe\w{4,7}|old|closed|abolished"
    r"|before (?:it|the)|known as|migrat\w{1,4})\b"
)


_WEEKS = r"\b(?:26|twenty[ -]six) weeks\b"
_AFTER_MONTHS = re.compile(
    rf"{_WEEKS}(?=[^.\n]{{0,80}}\bflexible working\b)"
    rf"|\bflexible working\b[^.\n]{{0,80}}{_WEEKS}"
)
"""The right to ask for flexible working before 6 April 2024, still so in Northern Ireland."""


@text_rule("T1")
def out_of_date(document: Document) -> Iterator[Finding]:
    """T1: a law, a body or a product that no longer exists, named as if it did.

    Report each name once, at its first place, one that another nation has, and a wait for flexible
    working. Source: house rule; the lists, with successors, are in jd_words.toml. Sentences about
    the past, and the laws of Northern Ireland, do not count.
    """
    nation = nation_of(document)
    successors, _ = _replaced_in(nation)
    for place in first_of_each(document, _old_names(document)):
        words = " ".join(document.text[place.start : place.end].split())
        known = words.lower().replace("-", " ")
        variant = "" if known in _replaced_in("")[0] else "elsewhere"
        names = {"word": words, "instead": successors[known], "nation": NATIONS.get(nation, "")}
        yield found("T1", document, place, variant=variant, **names)
    for place in document.found(_AFTER_MONTHS) if nation != NORTHERN_IRELAND else ():
        instead = "Write that people can ask from their first day."
        yield found("T1", document, place, word=document.text[slice(*place)], instead=instead)


@cache
def _replaced_in(nation: str) -> tuple[Mapping[str, str], Phrases]:
    """Return the names that do not hold in a nation, with what to write instead."""
    lists = map(replacements, _LISTS.get(nation, _GREAT_BRITAIN))
    instead = {name: advice for one in lists for name, advice in one.items()}
    return instead, phrases(instead)


@all_per_document
def _old_names(document: Document) -> Iterator[Span]:
    for place in document.found(_replaced_in(nation_of(document))[1]):
        if not (_PAST.search(document.around(place)) or document.is_denied(place)):
            yield place


@text_rule("T3")
def unfilled_gap(document: Document) -> Iterator[Finding]:
    """T3: a gap of the form that nobody filled in, or a fact that is still to come.

    Report each wording once, at its first place. Source: house rule; the words are those of Word’s
    content controls and of templates. A date or a name “to be confirmed” outside a fact is none.
    """
    gaps = [Span(*match.span()) for match in GAP.finditer(document.folded)]
    for place in first_of_each(document, sorted([*gaps, *_facts_to_come(document)])):
        yield found("T3", document, place, gap=document.text[slice(*place)])


def _facts_to_come(document: Document) -> Iterator[Span]:
    above = ""
    for block in document.blocks if TO_COME.search(document.text) else ():
        text = document.text[block.start : block.end]
        part, value = fact_of(text)
        if part in SHORT and TO_COME.fullmatch(value):
            yield Span(block.end - len(value), block.end)
        elif section_of(above) in SHORT and TO_COME.fullmatch(text):
            yield block.span
        above = text
