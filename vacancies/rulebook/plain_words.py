"""Heavy words with their plain replacements, and sentences in the passive voice.

Source: NHS content style (plain words, active voice); the list is in jd_words.toml.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.rulebook import all_per_document, first_of_each, per_document
from vacancies.rulebook.words import phrases, replacements

_PLAIN = replacements("heavy")
_HEAVY = phrases(_PLAIN)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s{1,3}(?:\w{2,15}ly\s{1,3})?(?!(?:committed|based"
    r"|interested|experienced|qualified|skilled|dedicated|need|indeed|located|involved|used"
    r"|supposed|related|limited|varied|pleased|excited|delighted|motivated"
    r"|organised)\b)(?:\w{2,15}ed|made|given|done|held|kept|taken|written|seen|shown|sent|found|met"
    r"|run by|built|chosen|drawn|driven|known|led|put|read by|set|told|undertaken)\b"
)


@all_per_document
def heavy_words(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the first place of each heavy word or phrase, and its plain replacement."""
    for place in first_of_each(document, document.found(_HEAVY)):
        heavy = " ".join(document.folded[place.start : place.end].replace("-", " ").split())
        yield place, _PLAIN[heavy]


@per_document
def passive_sentences(document: Document) -> tuple[Span, ...]:
    """Return the sentences in the passive voice, such as "books are ordered"."""
    return tuple(
        sentence.span
        for sentence in document.sentences
        if _PASSIVE.search(document.folded, sentence.start, sentence.end)
    )
