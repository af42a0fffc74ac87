"""B7: the job description does not say who the post reports to.

Source: Job Evaluation Handbook, chapter 10; NHS Employers, Writing successful job descriptions.
"Line manager of two assistants" says who the post manages, "send reports to" is a duty.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found

RULE = "B7"

_REPORTS = re.compile(
    r"\b(?:reports? (?:directly |professionally )?to|reporting (?:directly )?to|reporting lines?"
    r"|(?:professionally |managerially )?(?:responsible|accountable"
    r"|answerable) (?:directly )?to|answers to"
    r"|(?:line )?managed by|supervised by|(?:your|the|their|my) (?:line )?manager (?:is|will be|:)"
    r"|(?:line )?manager(?: is)?\s{0,3}[:\t-]|line-managed by|supervisor(?: is)?\s{0,3}[:\t-]"
    r"|under the (?:direction|supervision|guidance|leadership|management) of"
    r"|works? (?:directly )?to the"
    r"|(?:is|are) (?:led|overseen|directed) by|line managed by|line management (?:is )?(?:by"
    r"|from))"
)
_A_DUTY = re.compile(
    r"\b(?:write|writes|writing|send|sends|sending|submit|submits|present|presents|produce"
    r"|produces|provide"
    r"|provides|prepare|prepares|deliver|make|give|monthly|annual|weekly|quarterly|regular"
    r"|statistical|usage"
    r"|financial|activity|progress|of|and|data|these|their|such|problems|faults|incidents"
    r"|will also) $"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when nothing says who the post reports to."""
    if document.demands(["jd"]) and not _says_so(document):
        yield found(RULE, document)


def _says_so(document: Document) -> bool:
    for place in document.found(_REPORTS):
        start = max(0, place.start - 16)
        if not _A_DUTY.search(document.folded, start, place.start):
            return True
    return False
