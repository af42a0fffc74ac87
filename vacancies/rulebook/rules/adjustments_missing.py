"""D13: neither adjustments nor other formats are offered.

Source: NHS Providers; recruitment and retention guide for KLS managers (Fair Library Jobs
manifesto, 7.0). Internet access and file formats are no offer.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.offers import ADJUSTMENTS
from vacancies.rulebook.rulebook import found, rule

RULE = "D13"


def check(document: Document) -> Iterator[Finding]:
    """Report once when nothing is offered."""
    if document.demands(rule(RULE).kinds) and not document.has(ADJUSTMENTS):
        yield found(RULE, document)
