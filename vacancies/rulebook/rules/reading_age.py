"""C2: the text reads at an age over 14.

Source: NHS content style (9 to 11, at most 14). See `readability` for the formula. A few words
have no reading age worth reporting.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.readability import readability
from vacancies.rulebook.rulebook import found, number

RULE = "C2"


def check(document: Document) -> Iterator[Finding]:
    """Report once when the reading age is over the limit."""
    numbers = readability(document)
    enough = numbers.words >= number(RULE, "fewest_words")
    enough = enough and numbers.sentences >= number(RULE, "fewest_sentences")
    age = numbers.reading_age
    if enough and age is not None and age > number(RULE, "warn_over"):
        yield found(RULE, document, n=age)
