"""C9: heavy words with a plain replacement, and too many passive sentences.

Source: NHS content style (plain words); the list stands in jd_words.toml.
"""

import re
from collections.abc import Iterator

from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.once import first_of_each
from vacancies.checks.patterns import phrases
from vacancies.checks.rulebook import found, number
from vacancies.checks.words import replacements

RULE = "C9"

_PLAIN = replacements("heavy")
_HEAVY = phrases(_PLAIN)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s{1,3}(?:\w{2,15}ly\s{1,3})?"
    r"(?!(?:committed|based|interested|experienced|qualified|skilled|dedicated|need|indeed|located"
    r"|involved|used|supposed|related|limited|varied|pleased|excited|delighted|motivated"
    r"|organised)\b)"
    r"(?:\w{2,15}ed|made|given|done|held|kept|taken|written|seen|shown|sent|found|met|run by|built"
    r"|chosen|drawn|driven|known|led|put|read by|set|told|undertaken)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each heavy word once, and once that a large share of sentences is passive."""
    for place in first_of_each(document, document.found(_HEAVY)):
        heavy = " ".join(document.folded[place.start : place.end].replace("-", " ").split())
        yield found(RULE, document, place, suggestion=_PLAIN[heavy])
    yield from _passive(document)


def _passive(document: Document) -> Iterator[Finding]:
    total = len(document.sentences)
    if total < number(RULE, "fewest_sentences"):
        return
    passive = sum(
        1
        for sentence in document.sentences
        if _PASSIVE.search(document.folded, sentence.start, sentence.end)
    )
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
