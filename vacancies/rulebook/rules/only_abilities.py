"""B13: no duties, or nothing but abilities.

Source: Job Evaluation Handbook, chapter 10: a list of abilities cannot be matched.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found

RULE = "B13"

_ABILITY = re.compile(
    r"(?:the )?(?:abilit(?:y|ies)|able|capab(?:le|ility)|competen(?:t|ce|cy)|knowledge"
    r"|understanding"
    r"|experience|skills?|proficien(?:t|cy)|good|excellent|strong)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when there are no duties; at the first when none of them is one."""
    if not document.demands(["jd"]):
        return
    duties = document.duties
    if not duties:
        yield found(RULE, document)
    elif all(_ABILITY.match(document.folded, duty.start, duty.end) for duty in duties):
        yield found(RULE, document, duties[0])
