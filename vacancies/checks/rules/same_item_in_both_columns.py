"""A8: the same item is both essential and desirable.

Source: house rule. Items are the same when they share most of their words, whatever the order.
"""

import re
from collections.abc import Iterator

from vacancies.checks.document import Document
from vacancies.checks.finding import Finding, Span
from vacancies.checks.rulebook import found, rule
from vacancies.checks.sentences import WORD

RULE = "A8"
MOST_ITEMS = 150
LONGEST_QUOTE = 60

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "by",
        "as",
        "good",
        "excellent",
        "can",
        "able",
        "ability",
        "do",
        "so",
        "has",
        "have",
    ]
)
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")


def check(document: Document) -> Iterator[Finding]:
    """Report each desirable item that is essential too."""
    least = rule(RULE).parameters["similarity"]
    essential = [_stems(document, item.span) for item in document.essential[:MOST_ITEMS]]
    for item in document.desirable[:MOST_ITEMS]:
        words = _stems(document, item.span)
        if words and any(_similar(words, other) > least for other in essential if other):
            quote = " ".join(document.text[item.start : item.end].split())[:LONGEST_QUOTE]
            yield found(RULE, document, item.span, item=quote)


def _stems(document: Document, span: Span) -> frozenset[str]:
    words = (match.group() for match in WORD.finditer(document.folded, span.start, span.end))
    return frozenset(_ENDING.sub("", word) for word in words if word not in _SMALL)


def _similar(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
