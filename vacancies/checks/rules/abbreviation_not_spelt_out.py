"""C3: an abbreviation that is not spelt out where it comes first.

Source: CIPD inclusive recruitment guide for managers.
"""

from collections.abc import Iterator

from vacancies.checks.abbreviations import unexplained
from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.rulebook import found

RULE = "C3"


def check(document: Document) -> Iterator[Finding]:
    """Report each abbreviation once, at its first use."""
    for place in unexplained(document):
        yield found(RULE, document, place, acr=document.text[place.start : place.end])
