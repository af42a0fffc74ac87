"""C3: an abbreviation that is not spelt out where it comes first.

Source: CIPD inclusive recruitment guide for managers.
"""

from collections.abc import Iterator

from vacancies.rulebook.abbreviations import unexplained
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found

RULE = "C3"


def check(document: Document) -> Iterator[Finding]:
    """Report each abbreviation once, at its first use."""
    for place in unexplained(document):
        yield found(RULE, document, place, acr=document.text[place.start : place.end])
