"""D12: nobody to talk to.

Source: NHS Providers. There must be an email address or a phone number, and an invitation.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found, rule

RULE = "D12"

_ADDRESS = re.compile(
    r"(?<=[\w.+-])@[a-z0-9-]{1,63}\.[a-z]|\[email protected\]"
    r"|(?<!\d)(?:\+44 ?|\(?0)\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)|\bext(?:ension"
    r"|\.)? ?\d{3,5}\b"
)
_INVITED = re.compile(
    r"\b(?:contact|informal|speak (?:to|with)|talk (?:to|with)|chat|call|ring|questions"
    r"|e-?mail|phone|telephone|reach|in touch|ask|write to|find out more|meet|discuss|happy to)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when nobody can be reached."""
    if not document.demands(rule(RULE).kinds):
        return
    if not (_ADDRESS.search(document.folded) and document.has(_INVITED)):
        yield found(RULE, document)
