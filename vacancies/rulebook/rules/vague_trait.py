"""A9: vague traits that nobody can score.

Source: CIPD inclusive recruitment guide for managers; the list stands in jd_words.toml.
"""

import re
from collections.abc import Iterator
from itertools import chain

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found
from vacancies.rulebook.words import listed, phrases

RULE = "A9"

_TRAITS = phrases(listed("vague_traits"))
_ALONE = re.compile(
    r"(?:(?:has|have|with|possesses) )?(?:(?:excellent|outstanding|exceptional"
    r"|superb) (?:[\w/&-]{1,20},? ){0,5}"
    r"|(?:good|strong|great) (?:[\w/&-]{1,20},? ){0,3}(?:communication|interpersonal|people) )"
    r"(?:skills|abilities|manner)(?:,? ?\(?(?:both )?(?:written|verbal|oral|spoken)"
    r"(?:,? (?:and|&) (?:written|verbal|oral|spoken))?\)?)?\.?"
)
_SUPERLATIVE = re.compile(
    r"\b(?:excellent|outstanding|exceptional|superb|first[ -]class"
    r"|exemplary) (?:[\w/&-]{1,20},? ){0,6}"
    r"(?:communication|interpersonal|people|organisational|customer service|customer care)"
    r"(?:,? (?:[\w/&-]{1,20},? ){0,4})? ?(?:skills|abilities)\b"
    r"(?!,? (?:to|so|shown|such|for|enough|when|that|by|in (?:order|teaching|writing)))"
)
_OTHER_SENSE = re.compile(
    r"[ ,]{1,2}(?:(?:risk|purchasing|web ?site|system|content|link|page|data)|(?:library|town"
    r"|city|area|place)\b)"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each trait once, at its first place."""
    alone = [
        item.span
        for item in document.criteria
        if _ALONE.fullmatch(document.folded, item.start, item.end)
    ]
    alone += [
        place
        for place in document.found(_SUPERLATIVE)
        if not any(place.overlaps(item) for item in alone)
    ]
    named = (place for place in document.found(_TRAITS) if _is_asked(document, place))
    for place in first_of_each(document, chain(named, alone)):
        phrase = " ".join(document.text[place.start : place.end].split())
        yield found(RULE, document, place, phrase=phrase)


def _is_asked(document: Document, place: Span) -> bool:
    word = document.folded[place.start : place.end]
    if word in {"dynamic", "lively"} and _OTHER_SENSE.match(document.folded, place.end):
        return False
    return not document.is_denied(place)
