"""B6: a duty that does not start with what the person does.

Source: NHS Employers on style; the list of weak openings is a house default. Duties that start
with "Ability to" are the matter of rule B13.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.rulebook import found
from vacancies.rulebook.words import listed, phrases

RULE = "B6"

_WEAK = phrases(listed("weak_openings"))
_LEAD = re.compile(r"(?:(?:the )?post ?holder will|you will|to|will)\s{1,3}")
_NOUN = re.compile(
    r"(?:the|an?|all|other|general|various|some)\s|[a-z]{3,18}(?:tion|ment|ance|ity)\s(?:of|for"
    r"|to|with)\s|[a-z]{3,18}(?:sion|ship|ing|al|ence|ery)\sof\s"
)


def check(document: Document) -> Iterator[Finding]:
    """Report the weak words that open a duty."""
    for duty in document.duties:
        lead = _LEAD.match(document.folded, duty.start, duty.end)
        weak = _WEAK.pattern.match(document.folded, duty.start, duty.end)
        if weak is None and lead:
            weak = _WEAK.pattern.match(document.folded, lead.end(), duty.end)
        if weak is None and not lead and not document.folded.startswith("ability", duty.start):
            weak = _NOUN.match(document.folded, duty.start, duty.end)
        if weak:
            yield found(RULE, document, Span(weak.start(), weak.end() - _space(weak)))


def _space(match: re.Match[str]) -> int:
    return len(match.group()) - len(match.group().rstrip())
