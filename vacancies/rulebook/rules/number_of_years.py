"""A4: asks for a number of years.

Source: NHS Providers. Years of a contract, of a plan or since an event are none of experience.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.requirements import asked_for
from vacancies.rulebook.rulebook import found

RULE = "A4"

_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|several|many"
    r"|couple of)"
)
_YEARS = re.compile(
    rf"\b{_NUMBER}(?: ?\+| or more| plus)?(?: ?(?:-|to"
    rf"|or) ?{_NUMBER})?\s{{1,3}}(?:full )?(?:years?|yrs?|months)\b'?"
    r"|\ba year(?='?s? (?:of )?(?:[\w-]{1,15} )?experience\b)"
)
_EXPERIENCE_BEHIND = re.compile(
    r"'?s? ?,? ?(?:of |in |as |with |working |post-qualification |post qualification |paid "
    r"|relevant "
    r"|recent |proven |previous |direct |an? |the |or more ){0,4}(?:[\w-]{1,20} ){0,4}"
    r"(?:experience|practice|service|librar(?:y|ies|ian)|employment|working|work|in (?:post"
    r"|role)|role)\b"
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
    r"\b(?:last|past|every|within|next|previous|first|contract of"
    r"|(?:fixed|fixed-) ?term (?:of|for)?|established|aged?|over the)\s{0,3}(?:the |an? |the last "
    r"|the past |the next )?$"
)
_FOR = re.compile(r"\bfor (?:up to )?$")
_OTHER_BEHIND = re.compile(
    r"'?s? (?:fixed|contract|post(?!-)|secondment|ago|old|of age|funding|plan|strategy)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each number of years of experience asked for, essential or desirable."""
    for place in document.found(_YEARS):
        if not document.is_denied(place) and _is_experience(document.folded, place, document):
            yield found(RULE, document, place)


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
    asked = document.worked_out(_asked)
    before = bisect_right(asked, place.start, key=lambda span: span.start) - 1
    return before >= 0 and place.start < asked[before].end


def _asked(document: Document) -> tuple[Span, ...]:
    return tuple(sorted({item.span for item in document.criteria} | set(asked_for(document))))
