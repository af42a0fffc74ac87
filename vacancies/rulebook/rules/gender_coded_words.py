"""C5: more masculine-coded than feminine-coded words.

Source: Gaucher, Friesen and Kay (2011); PMC11848290. A hint, never a score: the research found
an effect of masculine wording alone, through a lower sense of belonging. Ordinary NHS words
("Trust", "responsible", "individuals") do not count; the lists stand in gender_coded_words.toml.
"""

from collections.abc import Iterator
from functools import lru_cache

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.rulebook import found, number
from vacancies.rulebook.words import stems

RULE = "C5"


def check(document: Document) -> Iterator[Finding]:
    """Report once, at the first masculine-coded word, when these are more than the others."""
    masculine = _coded(document, "masculine")
    feminine = _coded(document, "feminine")
    if len(masculine) >= number(RULE, "fewest") and len(masculine) > len(feminine):
        place = next(iter(masculine.values()))
        yield found(RULE, document, place, masculine=_list(masculine), feminine=_list(feminine))


def _list(coded: dict[str, Span]) -> str:
    return ", ".join(coded) or "none"


def _coded(document: Document, name: str) -> dict[str, Span]:
    """Return each different coded word with its first place, in order of place."""
    ordinary = stems(f"ordinary_{name}")
    found_words: dict[str, Span] = {}
    for start, end in document.words:
        letters = document.folded[start:end]
        if not _has_stem(letters, name) or letters in found_words:
            continue
        word = Span(start, end)
        if document.folded.startswith(ordinary, word.start) or letters in _WHOLE_WORD_ONLY:
            continue
        if word.start and document.text[word.start - 1] == "-":
            continue
        found_words[letters] = word
    return found_words


@lru_cache(maxsize=16384)
def _has_stem(letters: str, name: str) -> bool:
    return letters.startswith(stems(name))


_WHOLE_WORD_ONLY = frozenset({"nagging", "nagios", "forced", "kinds", "warming", "warmup"})
