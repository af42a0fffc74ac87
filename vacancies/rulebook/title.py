"""The title of the job: after its label, or the first line that can be one."""

import re

from vacancies.reading.headings import section_of
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span

MOST_WORDS = 9


FIRST_LINES = 4


_LABELLED = re.compile(
    r"(?m)^[ \t]{0,9}(?:job|post|role|position) title[ \t]{0,5}[:\t-][ \t]{0,9}([^\n\r\t\v]{1,120})"
)


_NO_TITLE = re.compile(
    r"\b(?:nhs|trust|hospitals?|university|department|service|closing|salary|reference|vacancy"
    r"|advert|job description|person specification|role description|we are|join|do you|are you)\b|:"
    r"|\d{4}"
)


def title_of(document: Document) -> Span | None:
    """Return the place of the job title, or None where no line can be one."""
    match = _LABELLED.search(document.folded)
    if match and match.group(1).strip():
        words = match.group(1)
        return Span(match.start(1), match.start(1) + len(words.rstrip()))
    if document.kind == "ps" or len(document.blocks) < 2:
        return None
    for block in document.blocks[:FIRST_LINES]:
        words = document.folded[block.start : block.end]
        if block.kind == "item" or len(words.split()) > MOST_WORDS or words[-1] in ".!?;,":
            return None
        if not _NO_TITLE.search(words) and not section_of(words):
            return block.span
    return None
