"""What a text demands or offers: essential criteria, adjustments, another format."""

import re
from collections.abc import Iterator

from vacancies.reading.headings import PERSON
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.rulebook import all_per_document

ADJUSTMENTS = re.compile(
    r"\b(?:(?:(?<!salary )(?<!pay )(?<!price )(?<!budget )(?<!stock )(?<!minor )adjustments"
    r"|(?:reasonable|workplace|any|an) adjustment)\b(?! to (?:the |our )?(?:stock|budget|price"
    r"|catalogue|record|rota|layout|system|shel))|(?:in|want|need|send|have|get|ask for|version in"
    r"|copy in|as) (?:[\w-]{1,12} ){0,4}(?:large print|braille|easy read|audio(?! ?books?)"
    r"|british sign language|sign language)(?! (?:book|collection|stock|edition|title|section"
    r"|shel))|(?:help|support) (?:to apply|with (?:applying|your application|the interview))"
    r"|changes? (?:(?:to|in) )?(?:the way we|how we) interview|aids (?:and|or) adaptations"
    r"|(?:adapt|change) the (?:format|interview)"
    r"|(?:tell us|let us know) (?:if|what|how) you (?:need|would (?:need|like)|work best)"
    r"|(?:accessible|another|other|alternative|different|large print|easy read|easier"
    r"|suitable) (?:[\w-]{1,12} )?formats?\b|access (?:needs|requirements|support)\b|adjust (?:the"
    r"|our|this) (?:job|role|post|process|interview|workplace)|disability (?:confident|friendly"
    r"|passport)|disabled (?:applicants?|candidates?|people (?:to|can|may|who (?:apply|meet)))"
    r"|if you (?:are disabled|have a disability)|guaranteed interview)"
)
"""Adjustments, another format, or an invitation to disabled applicants; not "internet access"."""


_ASKED = re.compile(
    r"\b(?:must (?:have|be|hold)|you(?:'ll| will) (?:need|have|hold|be (?:an?|educated|qualified))"
    r"|you (?:need|hold|have|should (?:have|hold|be)|are (?:an?|educated|qualified))|we (?:require"
    r"|need|ask for|expect)|(?:candidate|applicant|person|post ?holder) (?:has|holds|have|with)"
    r"|(?:looking for|want|seek|seeking|wanted:?) [^.\n]{0,40}\b(?:with|who (?:has|holds|have))"
    r"|essential|required|(?:is|are) needed|(?:applicants?|candidates?|postholders?"
    r"|post holders?) (?:should|must|will) (?:have|be|hold|need)|educated to)\b"
)
_OPTIONAL = re.compile(
    r"\b(?:desirable|advantage|advantageous|preferred|preferable|bonus|would help|helpful|ideally"
    r"|nice to have|not essential|(?:not|n't) (?:need|needed|required|necessary|have to)|no need"
    r"|or willing)\b"
)
_ROUTE = re.compile(
    r"\b(?:or (?:be )?(?:working|work|studying|study) towards|willing(?:ness)? to (?:work|study"
    r"|undertake|gain|obtain|complete|take|train)|prepared to (?:work|study|undertake|gain)"
    r"|support (?:you )?to (?:gain|get|work towards|achieve)|or (?:be )?willing)\b"
)


@all_per_document
def asked_for(document: Document) -> Iterator[Span]:
    """Yield what everybody must have: essential criteria, and sentences that make a demand.

    In a person specification only its criteria count. What a sentence calls an advantage is not a
    demand. A sentence that is read as a criterion is one demand.
    """
    read = {item.start for item in document.essential}
    for item in document.essential:
        if not _OPTIONAL.search(document.folded, item.start, item.end):
            yield item.span
    if document.kind == "ps":
        return
    for block in document.blocks:
        if block.kind == "heading" or block.section in ("duties", *PERSON):
            continue
        for sentence in document.sentences_in(block.span):
            if _asks(document, sentence.span) and read.isdisjoint(range(*sentence.span)):
                yield sentence.span


def _asks(document: Document, span: Span) -> bool:
    asked = _ASKED.search(document.folded, span.start, span.end)
    return bool(asked) and not _OPTIONAL.search(document.folded, span.start, span.end)


def offers_a_route(document: Document, span: Span) -> bool:
    """Whether the words at `span` admit a person who has yet to gain what is required."""
    return bool(_ROUTE.search(document.folded, span.start, span.end))
