"""D11: the first lines are about the Trust, not the job.

Source: recruitment and retention guide for KLS managers; the list stands in jd_words.toml.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.rulebook import found, number
from vacancies.rulebook.words import listed, phrases

RULE = "D11"

_BOILERPLATE = phrases(listed("boilerplate"))


def check(document: Document) -> Iterator[Finding]:
    """Report the first such phrase among the first words of an advert."""
    first = document.words[: number(RULE, "first_words")]
    if document.kind != "advert" or not first:
        return
    place = next(document.found(_BOILERPLATE, Span(0, first[-1].end)), None)
    if place:
        yield found(RULE, document, place)
