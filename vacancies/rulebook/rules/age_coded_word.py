"""C6: words that suggest an age.

Source: guidance on adverts; the Equality Act 2010 as background. "Young people" whom a service
is for, and "mature students", say nothing of the worker.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found
from vacancies.rulebook.words import listed, phrases

RULE = "C6"

_AGES = phrases(listed("age_coded"))
_OTHER_SENSE = {
    "young": re.compile(
        r"[ -](?:people|person'?s|persons|adults?|children|carers?|patients?|onset|offenders?"
        r"|minds|readers?"
        r"|women|men|babies|infants|victims|families|parents|and old)"
    ),
    "mature": re.compile(
        r"[ -](?:students?|market|system|technolog|service|collection"
        "|trees?|stud)"
    ),
    "dynamic": re.compile(r"[ -](?:risk|purchasing|web ?site|system|content|links?|page|data)"),
}


def check(document: Document) -> Iterator[Finding]:
    """Report each word once, at its first place."""
    places = (place for place in document.found(_AGES) if _of_the_worker(document, place))
    for place in first_of_each(document, places):
        word = " ".join(document.text[place.start : place.end].split())
        yield found(RULE, document, place, word=word)


def _of_the_worker(document: Document, place: Span) -> bool:
    other = _OTHER_SENSE.get(document.folded[place.start : place.end])
    if other and other.match(document.folded, place.end):
        return False
    return not document.is_denied(place)
