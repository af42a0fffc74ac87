"""How plainly a text reads, in figures that a writer can act on, besides the reading age.

Source: NHS content style (reading age, plain words, active voice); Inside GOV.UK blog (sentences of
up to 25 words). The limit for a paragraph is a house default. The limits are in jd_rules.toml, and
heavy words with plain ones in jd_words.toml.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kls_portal.readability import WORD, Readability
from kls_portal.readability import readability as of_sentences
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import START, Span
from vacancies.rulebook.rulebook import all_per_document, first_of_each, number, per_document
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
    blocks = (block.span for block in document.blocks if block.kind == "paragraph")
    paragraphs = [document.words_in(span) for span in blocks]
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


@per_document
def readability(document: Document) -> Readability:
    """Return the readability of the document's sentences and list items; headings do not count."""
    return of_sentences(
        WORD.findall(document.text, sentence.start, sentence.end) for sentence in document.sentences
    )


@all_per_document
def heavy_words(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the first place of each heavy wording outside the job title, and a plain one."""
    title = document.title or START
    places = document.found(_HEAVY)
    own = (one for one in places if one.start < title.start or one.end > title.end)
    for place in first_of_each(document, own):
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
