"""B4: no purpose of the job, or one that is too short or too long.

Source: NHS Employers, Writing successful job descriptions; the range of words is a house default.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.rulebook import found, number

RULE = "B4"


def check(document: Document) -> Iterator[Finding]:
    """Report a missing purpose once, and one out of range at its own place."""
    if not document.demands(["jd"]):
        return
    if not document.purpose:
        yield found(RULE, document)
        return
    words = sum(document.words_in(span) for span in document.purpose)
    whole = Span(document.purpose[0].start, document.purpose[-1].end)
    if words < number(RULE, "low"):
        yield found(RULE, document, whole, variant="short", n=words)
    elif words > number(RULE, "high"):
        yield found(RULE, document, whole, variant="long", n=words)
