"""L8: asks about health or disability before a job is offered.

Source: Equality Act 2010, section 60. Lawful before an offer: adjustments for the interview, a
guaranteed interview, monitoring kept apart; after a conditional offer: any question that is needed.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import AFTER_AN_OFFER, unlawful

RULE = "L8"

_MATTER = (
    r"(?:sickness(?: absence| record)?|sick(?: leave| days| notes?)|illness(?:es)?|absences?"
    r"|(?:attendance|absence) (?:record|history)|medical (?:conditions?|history|problems?|treatment"
    r"|records?)|health(?: (?:conditions?|problems?|issues?|history|status|record)"
    r"|(?! (?:information|librar|services?|evidence|literacy|research|data|care)))|disabilit(?:y"
    r"|ies)|long-term conditions?|medications?|impairments?)"
)
_PAPER = (
    r"(?:(?:medical|health|occupational health|sickness|doctor'?s?|gp|fitness)(?: (?:and|or)"
    r" [\w-]{1,12})?(?: screening| history| absence)? (?:questionnaires?|forms?|certificates?"
    r"|declarations?|reports?|notes?|letters?|examinations?|checks?|assessments?|tests?|record)"
    r"|fit notes?|sick notes?)"
)
_APPLYING = (
    r"(?:applica(?:nts?|tions?)|apply(?:ing)?|candidates?|interviews?|interviewed|shortlist\w{0,4}"
    r"|cv|covering letter|referees?|references?|you|send|enclose|attach)"
)
_WANTED = re.compile(
    rf"\b{_APPLYING}\b[^.;\n]{{0,60}}\b(?:complete|fill in|return|enclose|attach|submit|provide"
    rf"|send"
    rf"|include|bring|supply|sign|undergo|pass|have|undertake|take|produce|with)\w{{0,3}}"
    rf" (?:[\w']{{1,15}} ){{0,4}}{_PAPER}\b"
    rf"|\b(?:send|enclose|attach|return|submit|include|bring|complete) (?:[\w']{{1,15}} ){{0,6}}"
    rf"{_PAPER}\b|\b{_PAPER} (?:must|should|will|is to|are to|needs? to) [^.;\n]{{0,30}}"
    rf"\b{_APPLYING}\b"
    rf"|\b(?:state|declare|disclose|tell us|tell the panel|give|list|describe|provide|detail|say"
    rf"|indicate|specify|inform us of|let us know|note|confirm|answer)\w{{0,2}}"
    rf" (?:[\w'-]{{1,15}} ){{0,10}}{_MATTER}\b"
    rf"|\b(?:asked?|questions?|enquire|inquire|discuss\w{{0,3}}|talk)"
    rf"(?: (?!about\b)[\w'-]{{1,12}}){{0,5}}"
    rf" (?:about|on|regarding|concerning|into) (?:(?:your|their|any|the|applicants'|candidates'"
    rf"|general|current|previous|past) ){{0,2}}{_MATTER}\b"
    r"|\b(?:candidates?|applicants?|you|interview)\b[^.;\n]{0,40}\b(?:pass|have|undergo|take"
    r"|attend)"
    r" an? (?:pre-interview )?medical\b"
    rf"|\b(?:references?|referees?) (?:[\w']{{1,15}} ){{0,8}}{_MATTER}\b"
    rf"|\b(?:do you|have you|are you)(?: ever| currently)? (?:have|had|suffer\w{{0,3}}|been|taking"
    rf"|disabled|take|need) ?(?:[\w'-]{{1,12}} ){{0,5}}(?:{_MATTER})?(?<= )(?:{_MATTER}|off sick"
    rf"|ill"
    r"|disabled)\b|\bare you (?:disabled|in good health|fit and well|registered disabled)\b"
    r"|\bhow (?:many|much) (?:days|time|sick leave|sickness)[^.;\n]{0,40}\b(?:sick|ill|absent|off"
    r"|sickness|absence)\b"
    r"|\b(?:number of|how many) (?:[\w-]{1,10} ){0,2}(?:days?|weeks?|times)'?"
    r" (?:you (?:were|have been|had|took) )?(?:of |off )?(?:sick|absen|ill)\w{0,4}"
    r"|\b(?:medical|health|occupational health|sickness|fitness)\b[^.;\n]{0,60}\b(?:before"
    r"|prior to|ahead of) (?:(?:an?|the|any|your|being|you are) )?(?:offer|interview|shortlist"
    r"|select|appointment)\w{0,4}"
)
_INNOCENT = re.compile(
    AFTER_AN_OFFER
    + r"|\b(?:adjust\w{0,5}|access needs|support (?:you|at|with|for)|if you (?:wish|want|would like"
    r"|choose)|help us|guaranteed? (?:you )?(?:an )?interview|format|monitoring|how we can help"
    r"|what you need|need help|lived experience|policy|policies|you (?:need|do) not"
    r"|will not be asked|never ask|do not ask)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each question, once a sentence."""
    yield from unlawful(RULE, document, _WANTED, _INNOCENT)
