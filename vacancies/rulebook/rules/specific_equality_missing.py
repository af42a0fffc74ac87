"""D14: no equality statement that names something.

Source: NHS Providers: generic lines do little. A welcome to everybody and a list of protected
characteristics are slogans; a group, a scheme or a deed is specific.
"""

import re

from vacancies.rulebook.document import Document
from vacancies.rulebook.rulebook import reports_missing

RULE = "D14"
MOST_GROUPS = 3
"""A sentence that names more groups than this lists the law, not what the employer does."""

_DEED = re.compile(
    r"\b(?:under-?represented|under represented|(?:particularly|especially|warmly) (?:welcome"
    r"|encourage|like|keen|invite)|staff networks?|networks? for|positive action|disability"
    r" confident|(?:guaranteed|interview) (?:interview )?scheme|guaranteed interview"
    r"|(?:guarantee|offer|sure of) (?:of )?an interview|anonymi[sz]ed|name-blind|(?:names?|ages?)"
    r" (?:\w{1,9} ){0,4}(?:hidden|removed|taken (?:out|off|away))"
    r"|without (?:seeing )?(?:your )?names?"
    r"|(?:race equality|equality) (?:charter|standard|scheme|plan)|armed forces covenant"
    r"|anti-?racis\w{1,3}|balanced panels?|mixed panels?|reverse mentor\w{0,4})\b"
)
_WELCOME = re.compile(
    r"\b(?:welcomes? (?:all )?applications|applications (?:are )?(?:very )?(?:welcome|from)"
    r"|encourages? applications)\b(?! (?:from )?(?:all|any|every|anybody|suitab|irrespective"
    r"|regardless|people of all))(?= from)"
)
_GROUP = re.compile(
    r"\b(?:global majority|ethnic|people of colou?r|black|asian|roma|disabled|deaf|autistic"
    r"|neurodiver\w{0,6}|lgbt\w{0,3}|gay|trans|women|men|refugees?|migrants?|care leavers"
    r"|veterans|reservists|carers|parents|working[ -]class|older people|over 50"
    r"|first in your family"
    r"|out of work|ex-offenders|convictions?|faiths?)\b"
)
_OF_THE_EMPLOYER = re.compile(
    r"\b(?:appl\w{1,8}|join|team|staff|workforce|interview\w{0,4}|recruit\w{0,4}|colleagues|hire"
    r"|employ\w{0,4}|mentor\w{0,4}|panel|hear from|welcome|encourage)\b"
)


def _is_specific(document: Document) -> bool:
    if document.has(_DEED) or document.has(_WELCOME):
        return True
    for sentence in document.sentences:
        groups = len(_GROUP.findall(document.folded, sentence.start, sentence.end))
        if 0 < groups <= MOST_GROUPS and _OF_THE_EMPLOYER.search(
            document.folded, sentence.start, sentence.end
        ):
            return True
    return False


check = reports_missing(RULE, _is_specific)
"""Reports once when nothing specific is named."""
