"""C10: a negative or warning tone.

Source: house rule; the list stands in jd_words.toml.
"""

from collections.abc import Iterator

from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.once import first_of_each
from vacancies.checks.patterns import phrases
from vacancies.checks.rulebook import found
from vacancies.checks.words import listed

RULE = "C10"

_WARNINGS = phrases(listed("warnings"))


def check(document: Document) -> Iterator[Finding]:
    """Report each phrase once, at its first place."""
    for place in first_of_each(document, document.found(_WARNINGS)):
        yield found(RULE, document, place)
