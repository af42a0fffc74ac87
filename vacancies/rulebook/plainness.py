"""How plainly a text reads, in figures that a writer can act on, besides the reading age.

Source: NHS content style (reading age, plain words, active voice); Inside GOV.UK blog (sentences of
up to 25 words). The limit for a paragraph is a house default. The limits are in jd_rules.toml.
"""

from dataclasses import dataclass

from kls_portal.readability import WORD, Readability
from kls_portal.readability import readability as of_sentences
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.plain_words import heavy_words, passive_sentences
from vacancies.rulebook.rulebook import number, per_document


@dataclass(frozen=True)
class Plainness:
    """The figures for a text.

    `longest`: the number of words of the longest sentence. `long_sentences`: how many sentences are
    over `sentence_limit`. `long_paragraphs`: the number of words of each paragraph over
    `paragraph_limit`, in order of place. `passive`: sentences in the passive voice. `heavy`: each
    heavy word as written, with a plain replacement.
    """

    reading: Readability
    age_target: int
    age_limit: int
    longest: int
    long_sentences: int
    sentence_limit: int
    paragraphs: int
    long_paragraphs: tuple[int, ...]
    paragraph_limit: int
    passive: int
    heavy: tuple[tuple[str, str], ...]

    @property
    def passive_share(self) -> int:
        """The share of sentences in the passive voice, in per cent."""
        sentences = self.reading.sentences
        return round(100 * self.passive / sentences) if sentences else 0


def plainness(document: Document) -> Plainness:
    """Return the figures for `document`; headings are not counted."""
    limit = number("C1", "max_words")
    lengths = [sentence.words for sentence in document.sentences]
    paragraphs = [document.words_in(span) for span in _paragraphs(document)]
    most = number("C2", "paragraph_words")
    return Plainness(
        reading=readability(document),
        age_target=number("C2", "target"),
        age_limit=number("C2", "warn_over"),
        longest=max(lengths, default=0),
        long_sentences=sum(length > limit for length in lengths),
        sentence_limit=limit,
        paragraphs=len(paragraphs),
        long_paragraphs=tuple(words for words in paragraphs if words > most),
        paragraph_limit=most,
        passive=len(passive_sentences(document)),
        heavy=tuple(
            (" ".join(document.text[place.start : place.end].split()), plain)
            for place, plain in heavy_words(document)
        ),
    )


def _paragraphs(document: Document) -> tuple[Span, ...]:
    return tuple(block.span for block in document.blocks if block.kind == "paragraph")


@per_document
def readability(document: Document) -> Readability:
    """Return the readability of the document's sentences and list items; headings do not count."""
    return of_sentences(
        WORD.findall(document.text, sentence.start, sentence.end) for sentence in document.sentences
    )
