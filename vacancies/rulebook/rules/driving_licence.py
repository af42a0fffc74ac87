"""A10: a driving licence or a car.

Source: house rule based on good practice.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found

RULE = "A10"

_DRIVING = re.compile(
    r"\b(?:(?:(?:full|clean|current|valid|uk),? ){0,4}(?:driving|driver's|drivers) licen[cs]e"
    r"|(?:full|clean|current|valid) (?:uk |clean |driver's ){0,2}licen[cs]e|licen[cs]e to drive"
    r"|(?:owns?|has|hold) (?:an? |their own |your own )(?:car|vehicle)(?! (?:park|boot|pool"
    r"|share))|(?:own|use of an?"
    r"|access to an?|have an?) (?:car|vehicle)(?! (?:park|boot|pool|share))"
    r"|(?:own|your own) transport|car (?:owner|driver|user|ownership)"
    r"|(?:must|able to|ability to) drive(?= an? (?:car|van|vehicle)|\s{0,3}[.,;\n]|$))\b"
)
_OTHERWISE = re.compile(
    r"\bor (?:[\w-]{1,15} ){0,4}(?:travel|transport|means|alternative|arrangements?)\b"
    r"|\badjustments?\b|\bother (?:means|ways)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each licence or car asked for, unless another way of travelling will do."""
    for place in first_of_each(document, document.found(_DRIVING), by_sentence=True):
        if not document.is_denied(place) and not _OTHERWISE.search(document.around(place)):
            yield found(RULE, document, place)
