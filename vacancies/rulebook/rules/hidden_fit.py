"""A12: "fit", "personality" and the "right type of person".

Source: NHS Providers; the list stands in jd_words.toml.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found
from vacancies.rulebook.words import listed, phrases

RULE = "A12"

_FIT = phrases(listed("hidden_fit"))
_OTHER_SENSE = re.compile(
    r" ?(?:disorders?|tests?|types?|around|with (?:the )?(?:needs|service|rota|shifts|family"
    r"|your|school"
    r"|opening|guid)|(?:to|with) (?:the )?(?:shelf|box|budget|space)|kind\b)"
)
_PATIENT = re.compile(r"\b(?:best|good|right|great|perfect) fit$")
_FOR_THINGS = re.compile(
    r" (?:between|for) (?:the )?(?:service|evidence|question|readers?|budget|data|needs)"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each phrase once, at its first place."""
    places = (place for place in document.found(_FIT) if _is_about_a_person(document, place))
    yield from (found(RULE, document, place) for place in first_of_each(document, places))


def _is_about_a_person(document: Document, place: Span) -> bool:
    if _OTHER_SENSE.match(document.folded, place.end):
        return False
    words = document.folded[place.start : place.end]
    return not (_PATIENT.search(words) and _FOR_THINGS.match(document.folded, place.end))
