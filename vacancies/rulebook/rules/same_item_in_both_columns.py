"""A8: the same item is both essential and desirable.

Source: house rule. Items are the same when they share most of their words, whatever the order.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.rulebook import found, rule
from vacancies.rulebook.similarity import similar, stems

RULE = "A8"
MOST_ITEMS = 150
LONGEST_QUOTE = 60


def check(document: Document) -> Iterator[Finding]:
    """Report each desirable item that is essential too."""
    least = rule(RULE).parameters["similarity"]
    essential = [_stems(document, item.span) for item in document.essential[:MOST_ITEMS]]
    for item in document.desirable[:MOST_ITEMS]:
        words = _stems(document, item.span)
        if words and any(similar(words, other) > least for other in essential if other):
            quote = " ".join(document.text[item.start : item.end].split())[:LONGEST_QUOTE]
            yield found(RULE, document, item.span, item=quote)


def _stems(document: Document, span: Span) -> frozenset[str]:
    return stems(document.text[span.start : span.end])
