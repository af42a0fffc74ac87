"""B12: describes a wish or a person instead of what the service needs.

Source: NHS Employers, Writing successful job descriptions; the list stands in jd_words.toml.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found
from vacancies.rulebook.words import listed, phrases

RULE = "B12"

_WISHES = phrases(listed("wishes"))


def check(document: Document) -> Iterator[Finding]:
    """Report each phrase once, at its first place."""
    places = (place for place in document.found(_WISHES) if not document.is_denied(place))
    yield from (found(RULE, document, place) for place in first_of_each(document, places))
