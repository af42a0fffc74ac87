"""What equality law says about health and disability."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import AFTER_AN_OFFER, UP_TO_THREE, unlawful
from vacancies.rulebook.registry import text_rule

_GOOD = (
    r"(?:good|dependable|impeccable|faultless|excellent|satisfactory|clean|acceptable|proven"
    r"|exemplary|reliable|strong|low|minimal|full|first-class|outstanding|unblemished|positive"
    r"|consistent|high|perfect|regular|proven|unbroken|very good|above average|100%|100 per cent"
    r"|demonstrable|previous|steady|better)"
)
_RECORD_WANTED = re.compile(
    r"\b(?:sickness|absence|sick leave) (?:levels?|rates?|record) (?:must|should|needs? to) "
    r"|\babsent (?:from work )?(?:for |on )?(?:fewer|less|no more|not more|under|at most)\b"
    rf"|\b{_GOOD} (?:track )?record of (?:[\w-]{{1,15}} ){{0,3}}attendance\b(?! at (?!work\b))"
    rf"|\b{_GOOD} {UP_TO_THREE}(?:attendance|sick(?:ness)?|absence|absenteeism"
    r"|time-?keeping) (?:and [\w-]{1,15} )?(?:record|history|levels?|rates?)\b|\b(?:attendance"
    r"|sickness(?: absence)?|absence|sick leave|health) (?:record|history)(?= ?(?:[.,;:()\n]|$"
    r"| (?:will|must|should|is|that|over|in the|for the|within|of (?:less|fewer|under|no)"
    r"|with (?:less|fewer|under|no)|below)))"
    rf"|\b{_GOOD} {UP_TO_THREE}attendance\b(?! (?:at (?!work\b)|of|by|on|among|from|figures"
    r"|allowance|lists?|registers?|sheets?))|\b(?:no|few|fewer than|less than|no more than"
    r"|not more than|fewer|maximum of|up to|under|below|low|minimal|little|zero|limited|rarely"
    r"|seldom|never) (?:[\w%'-]{1,12} ){0,5}(?:sickness|sick leave|sick days|absences?|absenteeism"
    r"|off sick|time off sick|absent|(?:lost|off|due|owing) (?:to |through |with )?(?:illness"
    r"|ill[ -]health))\b|\b\d{2,3} ?(?:%|per cent) attendance (?:rate|record)\b"
    r"|\battendance (?:record )?(?:of|above|over) (?:at least |more than )?\d{2,3} ?(?:%|per cent)"
    r"|\b(?:excellent|good|peak|top|great) physical (?:condition|shape)\b|\b(?:in|of|enjoys?|has"
    r"|have|having|with|physical|mental|general|a) (?:very )?(?:good|excellent|robust|sound"
    r"|perfect|full) (?:(?:general|overall|physical|mental|bodily|state|of|level"
    r"|and) ){0,4}health\b(?! (?:and safety|librar|service|information|record|data|promot|literacy"
    r"|outcome|care|and wellbeing (?:of|service)))|(?<![a-z] )\b(?:good|excellent|robust|sound"
    r"|perfect|full) (?:(?:general|overall|physical|mental|state|of"
    r"|and) ){0,4}health(?= ?(?:[.,;()\n\t]|$| and (?:fitness|stamina|attendance)| is| record\b"
    r"| due\b| because\b| so\b| needed\b| required\b| essential\b))|\b(?:physically|medically"
    r"|mentally)(?: and (?:physically|medically|mentally))? fit\b|\b(?:fit and (?:healthy|well"
    r"|active|able)|healthy and (?:fit|active|strong|vigorous|energetic|resilient|robust)"
    r"|sound (?:in |of )?(?:mind|body))\b(?! \w{1,9} of\b)|\b(?:must be|should be|be"
    r"|need to be) (?!physically|medically|mentally)(?:[\w-]{1,12} )?(?:healthy"
    r"|fit)\b(?! (?:for (?:purpose|a|the future)|in|with|and proper|into))"
)
_RECORD_INNOCENT = re.compile(
    AFTER_AN_OFFER + r"|\b(?:chance|help\w{0,3}|support\w{0,3}|enabl\w{1,3}|encourag\w{1,3}"
    r"|inspir\w{1,3}) (?:[\w,'-]{1,15} ){0,5}to be (?:healthy|fit)\b"
    r"|\b(?:books|stock|items|equipment|volumes|premises) (?:must|should|is|are)\b"
    r"|\b(?:manag(?:e|es|ing)|monitor\w{0,3}|record(?:s|ing|ed)?(?! of)|report\w{0,3}|keep\w{0,3}"
    r"|maintain\w{0,3}|improv\w{1,3}|reduc\w{1,3}|analys\w{1,3}|chas\w{1,3}|deliver\w{0,3})"
    rf" {UP_TO_THREE}(?:staff|team|sickness|absence|attendance|students?'?)\b|\b(?:staff|team"
    r"|student|delegate|learner)s?'? (?:sickness|attendance|absence)\b|\b(?:health|hr"
    r"|sickness) (?:records|policy|policies)\b"
)


@text_rule("L1")
def health_record(document: Document) -> Iterator[Finding]:
    """L1: asks for good health, or for a record of attendance or sickness.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 15, 19, 20 and 39;
    Commission's guidance on section 60. Work on other people's sickness, attendance at events and
    checks after an offer are not demands.
    """
    yield from unlawful("L1", document, _RECORD_WANTED, _RECORD_INNOCENT)


_DISABILITY_WANTED = re.compile(
    r"\b(?:read|see|hear|stand|walk|work)\w{0,3} (?:[\w'-]{1,12} ){0,6}without (?:an?y? "
    r"|any )?(?:glasses|spectacles|(?:contact )?lenses|hearing aids?|(?:rest )?breaks?"
    r"|sitting down)\b|\b(?:able[ -]bodied|not registered (?:as )?disabled|neuro-?typical"
    r"|non-disabled (?:applicants?|candidates?|people|persons?)|(?:fully|must be"
    r"|should be) (?:mobile|sighted|hearing)|full use of (?:all |both |your |their )?(?:limbs"
    r"|hands|legs|arms)|physically (?:unimpaired|whole)|(?:of sound|sound (?:in|of)) (?:mind|body"
    r"|limb|wind))\b|\b(?:lift|carry|mov|shift|push)\w{0,4} [^.;\n]{0,45}?\b(?:unaided|unassisted"
    r"|single-handed|without (?:any )?(?:help|assistance|aids?))\b|\b(?:good|perfect|excellent"
    rf"|normal|20/20|full|unimpaired|sharp|acute|unaided) {UP_TO_THREE}(?:eyesight"
    r"|hearing(?! loop)|sight\b|colou?r vision|mobility\b)|\b(?:walk|climb|see|hear|stand|move"
    r"|speak|read)\w{0,3} (?:[\w'-]{1,12} ){0,5}(?:unaided|unassisted|without (?:any )?(?:aids?"
    r"|assistance|help|a stick|support|difficulty))\b"
)
_DISABILITY_INNOCENT = re.compile(
    r"\b(?:barriers?|disability confident|guaranteed interview|adjustments? (?:can|will) be made"
    r"|lived experience|access to work|would not stop|need not stop|beyond)\b"
)


@text_rule("L2")
def no_disability(document: Document) -> Iterator[Finding]:
    """L2: excludes disabled people, openly or by requiring a sense or a way of moving.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 6, 13, 20 and 39.
    Welcoming or serving disabled people, and the name of a learning disability service, are not
    demands.
    """
    yield from unlawful("L2", document, _DISABILITY_WANTED, _DISABILITY_INNOCENT)


_MATTER = (
    r"(?:sickness(?: absence| record)?|sick(?: leave| days| notes?)|illness(?:es)?|absences?"
    r"|(?:attendance|absence) (?:record|history)|medical (?:conditions?|history|problems?|treatment"
    r"|records?)|health(?: (?:conditions?|problems?|issues?|history|status|record)"
    r"|(?! (?:information|librar|services?|evidence|literacy|research|data|care)))|disabilit(?:y"
    r"|ies)|long-term conditions?|medications?|impairments?)"
)
_PAPER = (
    r"(?:(?:medical|health|occupational health|sickness|doctor'?s?|gp'?s?|fitness)(?: (?:and"
    r"|or) [\w-]{1,12})?(?: screening| history| absence)? (?:questionnaires?|forms?|certificates?"
    r"|declarations?|reports?|notes?|letters?|examinations?|checks?|assessments?|tests?|record)"
    r"|fit notes?|sick notes?)"
)
_APPLYING = (
    r"(?:applica(?:nts?|tions?)|apply(?:ing)?|candidates?|interviews?|interviewed|shortlist\w{0,4}"
    r"|cv|covering letter|referees?|references?|you|send|enclose|attach)"
)
_QUESTION_WANTED = re.compile(
    r"\b(?:send|enclose|attach|return|submit|include|bring"
    rf"|complete) (?:[\w']{{1,15}} ){{0,6}}{_PAPER}\b|\b{_PAPER} (?:must|should|will|is to|are to"
    rf"|needs? to) [^.;\n]{{0,30}}\b{_APPLYING}\b|\b(?:what"
    rf"|which) (?:[\w-]{{1,12}} ){{0,2}}{_MATTER} (?:[\w-]{{1,12}} ){{0,3}}(?:have you|did you"
    r"|do you)\b|\bhow (?:many|much) (?:days|time|sick leave|sickness)[^.;\n]{0,40}\b(?:sick|ill"
    r"|absent|off|sickness|absence)\b|\b(?:medical|health|occupational health|sickness"
    r"|fitness)\b[^.;\n]{0,60}\b(?:before|prior to|ahead of) (?:(?:an?|the|any|your|being"
    r"|\w{1,12} (?:is|are)) )?(?:offer|interview|shortlist|select|appointment)\w{0,4}"
)
_QUESTION_INNOCENT = re.compile(
    AFTER_AN_OFFER + r"|\b(?:adjust\w{0,5}|access needs|support (?:you|at|with|for)"
    r"|if you (?:wish|want|would like|choose)|help us|guaranteed? (?:you )?(?:an )?interview|format"
    r"|monitoring|how we can help|what you need|need help|lived experience|polic(?:y|ies)"
    r"|to (?:your|their|the) (?:line )?manager|you (?:need|do) not|(?:will|do) not (?:be )?ask"
    r"|never ask)(?:ed)?\b"
)


@text_rule("L8")
def health_questions(document: Document) -> Iterator[Finding]:
    """L8: asks about health or disability before a job is offered.

    Report each question, once a sentence. Source: Equality Act 2010, section 60. Lawful before an
    offer are adjustments for the interview, a guaranteed interview and separate monitoring; after a
    conditional offer, any necessary question.
    """
    yield from unlawful("L8", document, _QUESTION_WANTED, _QUESTION_INNOCENT)
