"""D11: the first lines are about the Trust, not the job.

Source: recruitment and retention guide for KLS managers; the list stands in jd_words.toml.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.rulebook import found, number
from vacancies.rulebook.words import listed, phrases

RULE = "D11"

FEWEST_WORDS = 8
"""Of a sentence; a shorter line is a fact, such as a place."""
_TRUST_IS = re.compile(
    r"(?:the |our |at |here at )?(?:(?!(?:you|your|we|this|that|in|for|do|if|join|library|are)\b)"
    r"[\w'&()-]{1,20},? ){0,8}(?:trust|health board|board|university"
    r"|hospitals?|hospice|organisation|icb|foundation|group|college|council)(?: \([\w ]{1,20}\))?,?"
    r" (?:(?!library|that|in)[\w-]{1,14} ){0,2}(?:is|are|has|have|provides?|serves?|employs?"
    r"|offers?|was|delivers?"
    r"|covers?|cares?|runs?|consists?|comprises?|operates?|looks? after)\b"
)
_BOILERPLATE = phrases(listed("boilerplate"))


def check(document: Document) -> Iterator[Finding]:
    """Report the first such phrase among the first words of an advert."""
    first = document.words[: number(RULE, "first_words")]
    if document.kind != "advert" or not first:
        return
    place = next(document.found(_BOILERPLATE, Span(0, first[-1].end)), None) or _about_trust(
        document
    )
    if place and place.start < first[-1].end:
        yield found(RULE, document, place)


def _about_trust(document: Document) -> Span | None:
    """Return the first sentence of prose where it has the employer for its subject."""
    prose = (one for one in document.sentences if one.words >= FEWEST_WORDS)
    sentence = next(prose, None)
    if sentence and _TRUST_IS.match(document.folded, sentence.start, sentence.end):
        return sentence.span
    return None
