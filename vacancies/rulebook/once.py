"""One finding per fact: the same words again are the same fact."""

from collections.abc import Iterable, Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span


def first_of_each(
    document: Document, places: Iterable[Span], *, by_sentence: bool = False
) -> Iterator[Span]:
    """Return the first place of each wording, or with `by_sentence` the first of each sentence."""
    seen: set[object] = set()
    for place in places:
        sentence = document.sentence_at(place.start) if by_sentence else None
        key = (
            sentence.start
            if sentence
            else _without_hyphens(document.folded[place.start : place.end])
        )
        if key not in seen:
            seen.add(key)
            yield place


def _without_hyphens(words: str) -> str:
    return " ".join(words.replace("-", " ").split())
