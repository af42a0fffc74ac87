"""C9: heavy words with a plain replacement, and too many passive sentences.

Source: NHS content style (plain words); the list stands in jd_words.toml.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.plain_words import heavy_words, passive_sentences
from vacancies.rulebook.rulebook import found, number

RULE = "C9"


def check(document: Document) -> Iterator[Finding]:
    """Report each heavy word once, and once that a large share of sentences is passive."""
    for place, plain in heavy_words(document):
        yield found(RULE, document, place, replacement=plain, suggestion=f"Write “{plain}”.")
    yield from _passive(document)


def _passive(document: Document) -> Iterator[Finding]:
    total, passive = len(document.sentences), len(passive_sentences(document))
    if total < number(RULE, "fewest_sentences"):
        return
    share = round(100 * passive / total)
    if share > number(RULE, "passive_share"):
        yield found(
            RULE,
            document,
            variant="passive",
            n=passive,
            total=total,
            share=share,
            suggestion="Say who does it: “you order books”, not “books are ordered”.",
        )
