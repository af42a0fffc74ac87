"""Reading age of a document; the formula and its source stand in `kls_portal.readability`."""

from kls_portal.readability import WORD, Readability
from kls_portal.readability import readability as of_sentences
from vacancies.rulebook.document import Document

__all__ = ["Readability", "readability"]


def readability(document: Document) -> Readability:
    """Return the numbers of the document's sentences and list items; headings do not count."""
    return document.worked_out(_readability)


def _readability(document: Document) -> Readability:
    return of_sentences(
        WORD.findall(document.text, sentence.start, sentence.end) for sentence in document.sentences
    )
