"""L6: full time only, without a reason.

Source: Equality Act 2010, sections 11, 19 and 39: more women than men cannot work full time, so
that such a demand needs a reason. Hours in a list of facts, and part time offered, are no demand.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import unlawful

RULE = "L6"

_FULL = r"(?:full|whole)[ -]?time"
_PART = r"(?:part[ -]?time|job[ -]?shar\w{1,4}|reduced hours|fewer hours|flexible working)"
_NO_HOURS = (
    r"(?! ?(?:equivalent|(?:or|and|/) ?part|education|stud|course|staff|member|colleague|team"
    r"|salary|pay\b|employ|librarian|assistant))"
)
_WANTED = re.compile(
    r"\b(?:must|needs?|required?|requirement|able|available|availability|prepared"
    r"|willing(?:ness)?|ability|commit(?:ted|ment)?|expected|essential)\b(?! not\b)[^.;\n]{0,40}?"
    rf"\b(?:{_FULL}{_NO_HOURS}|(?:37\.5|37|36|35) hours (?:a|per|each) week)"
    rf"|\b{_FULL} (?:(?:hours|working|work|basis|availability|post|position|role|applicants"
    r"|candidates|workers) ){0,2}(?:only\b|essential|(?:is |are )?(?:essential|required|needed"
    r"|mandatory|necessary|expected))"
    rf"|\bonly (?:[\w-]{{1,10}} ){{0,4}}{_FULL}{_NO_HOURS}"
    rf"|\b(?:cannot|can't|will not|won't|unable to|not (?:able|possible|open|suitable|available)"
    rf"|do not|are not)(?: [\w-]{{1,10}}){{0,5}} {_PART}"
    rf"|\bno {_PART}|\b{_PART}[^.;\n]{{0,40}}\b(?:not (?:be )?(?:possible|available|considered"
    r"|suitable|accepted|an option|offered|entertained|appropriate|supported)|cannot|can't"
    r"|unavailable|impossible|unsuitable)\b"
)
_INNOCENT = re.compile(
    r"\b(?:because|since|so that|due to|owing to|as (?:the|this|it|we|you|one|our|there|only"
    r"|nobody|no)|in order|reason|to (?:cover|staff|keep|open|provide|run|supervise|ensure|meet)"
    r"|(?:during|for) (?:the )?(?:first|induction|training|initial)|or (?:part[ -]?time|job)"
    r"|part[ -]?time (?:\w{1,12} )?(?:is|are|can be|may be|will be) (?:also |very )?(?:welcome"
    r"|considered"
    r"|possible|available)|part[ -]?time (?:or|and)|full (?:time )?or part|students?"
    r"|term|course|need not)\b(?! (?:is |be |are )?not)"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each demand, once a sentence."""
    yield from unlawful(RULE, document, _WANTED, _INNOCENT)
