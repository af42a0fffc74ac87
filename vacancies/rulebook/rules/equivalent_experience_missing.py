"""A2: a qualification without "or equivalent experience" beside it.

Source: recruitment and retention guide for KLS managers; Fair Museum Jobs manifesto. The same
places as A1, which takes this one in where both are on.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.qualifications import has_other_way, qualification_places
from vacancies.rulebook.rulebook import found

RULE = "A2"


def check(document: Document) -> Iterator[Finding]:
    """Report each essential qualification whose own item does not open another route."""
    for place, item in qualification_places(document):
        if not has_other_way(document, item):
            yield found(RULE, document, place)
