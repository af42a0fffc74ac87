"""A1: a degree or library qualification is essential, and no other route is offered.

Source: recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, section
1.0); Fair Museum Jobs manifesto, 2021. An item with "or equivalent experience" is content.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.qualifications import has_other_way, qualification_places
from vacancies.rulebook.rulebook import found

RULE = "A1"


def check(document: Document) -> Iterator[Finding]:
    """Report the first qualification of each essential item that knows no other way in."""
    for place, item in qualification_places(document):
        if not has_other_way(document, item):
            yield found(RULE, document, place)
