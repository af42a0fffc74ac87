"""D22: no chance to see the library or to talk about the team.

Source: house rule. "Visit our website" is no visit.
"""

import re
from collections.abc import Iterator

from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.rulebook import found, rule

RULE = "D22"

_VISIT = re.compile(
    r"\b(?:informal (?:visits?|chats?|discussions?|conversations?|calls?|talks?|enquir(?:y"
    r"|ies))|open (?:day|evening|house)"
    r"|meet the team|(?:look|show you|shown|walk) (?:a)?round|see (?:the|our) library"
    r"|come and (?:see|visit|meet)"
    r"|(?:for|have|like) a (?:chat|conversation|visit|call|talk)"
    r"|(?:to|arrange an?|welcome to|your) visit(?! (?:our|the|their|us at|to)?[ ]?(?:web|www"
    r"|https?|page|site|link|ward|nhs))"
    r"|visits? (?:are|is) welcome|talk to (?:the|our) (?:team|manager|librarian))\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when there is none."""
    if document.demands(rule(RULE).kinds) and not document.has(_VISIT):
        yield found(RULE, document)
