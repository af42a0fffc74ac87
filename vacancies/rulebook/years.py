"""The years of experience that a text asks for."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.requirements import asked_for
from vacancies.rulebook.rulebook import all_per_document, per_document
from vacancies.rulebook.words import listed

_IN_WORDS = listed("numbers")
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_IN_WORDS)}|several|many|couple of)"
_YEARS = re.compile(
    rf"\b({_NUMBER})(?: ?\+| or more| plus)?(?: ?(?:-|to|or) ?{_NUMBER})?\s{{1,3}}(?:full "
    r")?(?:(years?|yrs?)|months)\b'?"
    r"|\ba year(?='?s? (?:of )?(?:[\w-]{1,15} )?experience\b)"
)
_EXPERIENCE_BEHIND = re.compile(
    r"'?s? ?,? ?(?:of |in |as |with |working |post-qualification |post qualification |paid "
    r"|relevant |recent |proven |previous |direct |an? |the "
    r"|or more ){0,4}(?:[\w-]{1,20} ){0,4}(?:experience|practice|service|librar(?:y|ies|ian)"
    r"|employment|working|work|in (?:post|role)|role)\b"
)
_EXPERIENCE_BEFORE = re.compile(
    r"\b(?:experience|worked|working|post-qualification|qualified)\b[^.;:!?]{0,40}$"
)
_AT_LEAST = re.compile(r"\b(?:at least|minimum(?: of)?|more than|over|not less than)\s{1,3}$")
_AT_A_JOB = re.compile(
    r"'?s? ?(?:or more |spent |paid |full-time |part-time |recent )?(?:in|with|as|at|doing|running"
    r"|managing|helping|teaching|on) (?:an? |the |your |our )?(?!total|all|length|this|post)\w"
)
_OTHER_TIME = re.compile(
    r"\b(?:last|past|every|within|next|previous|first|contract of|(?:fixed|fixed-) ?term (?:of"
    r"|for)?|established|aged?|over the)\s{0,3}(?:the |an? |the last |the past |the next )?$"
)
_FOR = re.compile(r"\bfor (?:up to )?$")
_OTHER_BEHIND = re.compile(
    r"'?s? (?:fixed|contract|post(?!-)|secondment|ago|old|of age|funding|plan|strategy)\b"
)


@all_per_document
def years_of_experience(document: Document) -> Iterator[tuple[Span, int]]:
    """Yield each number of years or months of experience asked for, and the years, if any.

    Years of a contract, of a plan or since an event are not years of experience.
    """
    for match in _YEARS.finditer(document.folded):
        place = Span(*match.span())
        asked = not (document.is_quoted(place) or document.is_denied(place))
        if asked and _is_experience(document.folded, place, document):
            yield place, _years(match[1]) if match[2] else 0


def _years(number: str | None) -> int:
    if number in _IN_WORDS:
        return _IN_WORDS.index(number) + 1
    return int(number) if number and number.isdigit() else 0


def _is_experience(folded: str, place: Span, document: Document) -> bool:
    sentence = document.sentence_at(place.start)
    start = max(sentence.start if sentence else place.start, place.start - 60)
    end = min(sentence.end if sentence else place.end, place.end + 90)
    if _OTHER_TIME.search(folded, start, place.start) or _OTHER_BEHIND.match(
        folded, place.end, end
    ):
        return False
    if _EXPERIENCE_BEFORE.search(folded, start, place.start):
        return True
    if _FOR.search(folded, start, place.start):
        return False
    if _EXPERIENCE_BEHIND.match(folded, place.end, end):
        return True
    return _is_asked_for(document, place) and bool(
        _AT_LEAST.search(folded, start, place.start) or _AT_A_JOB.match(folded, place.end, end)
    )


def _is_asked_for(document: Document, place: Span) -> bool:
    asked = _demands(document)
    before = bisect_right(asked, place.start, key=lambda span: span.start) - 1
    return before >= 0 and place.start < asked[before].end


@per_document
def _demands(document: Document) -> tuple[Span, ...]:
    return tuple(sorted({item.span for item in document.criteria} | set(asked_for(document))))
