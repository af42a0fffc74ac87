"""B1: the job description is laid out as the factors of the evaluation scheme.

Source: Job Evaluation Handbook, chapter 10; NHS Employers, Writing successful job descriptions.
A hint that never blocks. A factor's name counts as a heading or the start of a line, not inside
a sentence.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found, number
from vacancies.rulebook.words import listed

RULE = "B1"

_NAMES = sorted(map(re.escape, listed("factor_headings")), key=len, reverse=True)
_FACTOR = re.compile(rf"(?:(?:factor )?\d{{1,2}}[.:)]? ?)?({'|'.join(_NAMES)})(?= ?(?:[:(–-]|$))")


def check(document: Document) -> Iterator[Finding]:
    """Report once, at the first factor, when as many as the limit open a line."""
    opened = (
        Span(*match.span(1))
        for block in document.blocks
        if (match := _FACTOR.match(document.folded, block.start, block.end))
    )
    places = list(first_of_each(document, opened))
    if len(places) >= number(RULE, "warn"):
        variant = "strong" if len(places) >= number(RULE, "strong") else ""
        yield found(RULE, document, places[0], variant=variant, n=len(places))
