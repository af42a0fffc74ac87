"""D4: no closing date.

Source: recruitment and retention guide for KLS managers. A date must stand behind the words:
"closing the library" and "closing date to be confirmed" give none.
"""

from collections.abc import Iterator

from vacancies.rulebook.closing import closing_date
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found, rule

RULE = "D4"


def check(document: Document) -> Iterator[Finding]:
    """Report once when no closing date is given."""
    if document.demands(rule(RULE).kinds) and closing_date(document) is None:
        yield found(RULE, document)
