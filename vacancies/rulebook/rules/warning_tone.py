"""C10: a negative or warning tone.

Source: house rule; the list stands in jd_words.toml.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found
from vacancies.rulebook.words import listed, phrases

RULE = "C10"

_WARNINGS = phrases(listed("warnings"))


def check(document: Document) -> Iterator[Finding]:
    """Report each phrase once, at its first place."""
    for place in first_of_each(document, document.found(_WARNINGS)):
        yield found(RULE, document, place)
