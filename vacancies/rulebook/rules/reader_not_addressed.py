"""C8: the advert does not speak to the reader.

Source: NHS content style.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found, rule

RULE = "C8"

_YOU = re.compile(r"\b(?:you|your|yours|you'll|you're)\b")


def check(document: Document) -> Iterator[Finding]:
    """Report once when "you" is nowhere in the text."""
    if document.demands(rule(RULE).kinds) and not document.has(_YOU):
        yield found(RULE, document)
