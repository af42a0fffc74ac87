"""D1: the advert shows no pay.

Source: Fair Museum Jobs manifesto, section 2; the transparency principle of the Fair Library
Jobs manifesto. A band without amounts is not enough, and a budget is no pay.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.pay import pay_places
from vacancies.rulebook.rulebook import found, rule

RULE = "D1"


def check(document: Document) -> Iterator[Finding]:
    """Report once when no amount of pay is given."""
    if document.demands(rule(RULE).kinds) and not any(pay_places(document)):
        yield found(RULE, document)
