"""B9: neither the values nor the mission of the Trust are mentioned.

Source: recruitment and retention guide for KLS managers.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found, rule

RULE = "B9"

_VALUES = re.compile(
    r"\b(?:mission|(?<!p-)(?<!p )(?<!missing )values(?! (?:its|their|your|every"
    r"|staff|accuracy|people|what))|what we stand for|ethos|(?:trust|board|service"
    r"|we) believes? in"
    r"|(?:we|trust|board|service|office) (?:is|are) here (?:to|for)|our vision|vision of the"
    r"|purpose of the"
    r" (?:trust|organisation|service)|(?:trust|organisation|service|board|office|we) (?:exists?"
    r"|is here) to|our purpose)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when the text says nothing of them."""
    if document.demands(rule(RULE).kinds) and not document.has(_VALUES):
        yield found(RULE, document)
