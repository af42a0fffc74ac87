"""D15: the advert is too short or too long.

Source: advert guide on issuu (500 to 750 words); the lower bound is a house default.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found, number, rule

RULE = "D15"


def check(document: Document) -> Iterator[Finding]:
    """Report once when the number of words is out of range."""
    words = len(document.words)
    good = number(RULE, "low") <= words <= number(RULE, "high")
    if document.demands(rule(RULE).kinds) and not good:
        yield found(RULE, document, n=words)
