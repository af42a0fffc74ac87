"""C1: a sentence of more than 25 words.

Source: Inside GOV.UK blog. A list item is a sentence of its own.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found, number

RULE = "C1"


def check(document: Document) -> Iterator[Finding]:
    """Report each sentence over the limit."""
    most = number(RULE, "max_words")
    for sentence in document.sentences:
        if sentence.words > most:
            yield found(RULE, document, sentence.span, n=sentence.words)
