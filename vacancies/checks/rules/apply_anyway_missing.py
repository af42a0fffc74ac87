"""D16: nobody is told that they need not meet every point.

Source: account of a session on library assistants: people hold back needlessly.
"""

import re
from collections.abc import Iterator

from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.rulebook import found, rule

RULE = "D16"

_ANYWAY = re.compile(
    r"\b(?:even if you|(?:do not|don't|need not|not) (?:have to |need to )?(?:meet|match|tick"
    r"|have|fit) "
    r"(?:every|all|each)|(?:apply|hear from you) (?:anyway|if you meet most)|meet most of"
    r"|not (?:sure|certain) (?:if|that|whether) you"
    r"|(?:every|all) (?:point|box|criteri)\w{0,3} (?:need not|do not))"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when nothing says so."""
    if document.demands(rule(RULE).kinds) and not document.has(_ANYWAY):
        yield found(RULE, document)
