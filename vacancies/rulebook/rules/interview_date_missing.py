"""D6: no interview date.

Source: recruitment and retention guide for KLS managers.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.dates import DATE
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found, rule

RULE = "D6"

_INTERVIEW = re.compile(
    rf"\b(?:interview(?:s|ed|ing)?|assessment (?:day|centre)|selection (?:day|event)"
    rf"|(?:meet|see) (?:the |our )?(?:shortlisted|candidates|applicants|people"
    rf"|everyone))\b(?:[^.\n]|\.(?=\d)"
    rf"|\n(?=.{{0,16}}\d|\n.{{0,12}}\d))"
    rf"{{0,80}}?\b{DATE}|{DATE}[^.\n]{{0,30}}\binterviews?\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when no date stands behind the word interview."""
    if document.demands(rule(RULE).kinds) and not document.has(_INTERVIEW):
        yield found(RULE, document)
