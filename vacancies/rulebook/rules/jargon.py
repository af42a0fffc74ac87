"""C4: jargon of libraries, the NHS and offices.

Source: CIPD inclusive recruitment guide for managers; the list stands in jd_words.toml. An
abbreviation counts in capitals only ("ILL" is no illness) and not where it is spelt out.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.abbreviations import unexplained
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found
from vacancies.rulebook.words import phrases, replacements

RULE = "C4"

_WORDS = replacements("jargon")
_JARGON = phrases(_WORDS)
_INSTEAD = re.compile("Write “([^”]{1,80})”\\.")
_IN_CAPITALS = frozenset({"opac", "lms", "ill", "cas", "sdi", "pico"})


def check(document: Document) -> Iterator[Finding]:
    """Report each word once, at its first place."""
    bare = {place.start for place in unexplained(document)}
    places = (place for place in document.found(_JARGON) if _counts(document, place, bare))
    for place in first_of_each(document, places):
        word = document.text[place.start : place.end]
        plain = " ".join(word.lower().replace("-", " ").split())
        advice = _WORDS[plain]
        instead = _INSTEAD.fullmatch(advice)
        yield found(
            RULE,
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
