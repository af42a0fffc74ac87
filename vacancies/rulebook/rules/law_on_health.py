"""What equality law says of health and disability."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import AFTER_AN_OFFER, UP_TO_THREE, unlawful
from vacancies.rulebook.registry import text_rule

_GOOD = (
    r"(?:good|excellent|satisfactory|clean|acceptable|proven|exemplary|reliable|strong|low|minimal"
    r"|full|first-class|outstanding|unblemished|positive|consistent|high|perfect|regular|proven"
    r"|unbroken|very good|above average|100%|100 per cent|demonstrable|previous|steady|better)"
)
_ILLNESS = (
    r"(?:illness(?:es)?|ill[ -]health|sickness|diseases?|injur(?:y|ies)|medical (?:conditions?"
    r"|problems?|issues?|history)|(?:mental |physical )?health (?:problems?|issues?|conditions?"
    r"|concerns?)|mental illness(?:es)?|stress|depression|anxiety|burn-?out"
    r"|back (?:problems?|trouble|pain|injur(?:y|ies))"
    r"|conditions? that)"
)
_RECORD_WANTED = re.compile(
    rf"\b{_GOOD} {UP_TO_THREE}(?:attendance|sickness|absence|absenteeism|time-?keeping)"
    r" (?:and [\w-]{1,15} )?(?:record|history|levels?|rates?)\b"
    rf"|\b(?:attendance|sickness(?: absence)?|absence|sick leave|health) (?:record|history)"
    r"(?= ?(?:[.,;:()\n]|$| (?:will|must|should|is|that|over|in the|for the|within|of less|below)))"
    rf"|\b(?:record|history|levels?|standards?|pattern) of {UP_TO_THREE}(?:attendance|absence"
    r"|sickness|good health)\b(?! (?:at|among|by|figures|data))"
    rf"|\b{_GOOD} {UP_TO_THREE}attendance\b(?! (?:at (?!work\b)|of|by|on|among|from|figures"
    rf"|allowance))"
    r"|\b(?:no|few|fewer than|less than|no more than|not more than|fewer|maximum of|up to|under"
    r"|below|low|minimal|little|zero|limited|rarely|seldom|never) (?:[\w%'-]{1,12} ){0,5}"
    r"(?:sickness|sick leave|sick days|absences?|absenteeism|off sick|time off sick|absent)\b"
    r"|\battendance (?:record )?(?:of|above|over) (?:at least |more than )?\d{2,3} ?(?:%"
    r"|per cent)"
    r"|\b(?:minimal|little|no|limited|rare) time off(?: work| sick)?\b(?! (?:in lieu|is|for))"
    r"|\b(?:excellent|good|peak|top|great) physical (?:condition|shape)\b"
    r"|\b(?:physically|mentally) (?:robust|sound|tough)\b|\b(?:robust|strong) and healthy\b"
    r"|\b(?:sickness|absence)[ -]free\b"
    rf"|\bfree (?:from|of) {UP_TO_THREE}{_ILLNESS}"
    r"|\b(?:in|of|enjoys?|has|have|having|with|physical|mental|general|a) (?:very )?(?:good"
    r"|excellent"
    r"|robust|sound|perfect|full) (?:(?:general|overall|physical|mental|bodily|state|of|level|and)"
    r" ){0,4}health\b(?! (?:and safety|librar|service|information|record|data|promot|literacy"
    r"|outcome|care|and wellbeing (?:of|service)))"
    r"|(?<![a-z] )\b(?:good|excellent|robust|sound|perfect|full) (?:(?:general|overall|physical"
    r"|mental|state|of|and) ){0,4}health(?= ?(?:[.,;()\n\t]|$| and (?:fitness|stamina|attendance)"
    r"| is| record\b| due\b| because\b| so\b| needed\b| required\b| essential\b))"
    r"|\b(?:physically|medically|mentally)(?: and (?:physically|medically|mentally))? fit\b"
    r"|\b(?:fit and (?:healthy|well|active|able)|healthy and (?:fit|active|strong|vigorous"
    r"|energetic|resilient|robust)|sound (?:in |of )?(?:mind|body))\b"
    r"|\b(?:must be|should be|be|need to be) (?!physically|medically"
    r"|mentally)(?:[\w-]{1,12} )?(?:healthy|fit)\b(?! (?:for (?:purpose"
    r"|a|the future)|in|with|and proper|into))"
    r"|\bclean bill of health\b|\b(?:robust|strong|sound|iron|hardy) constitution\b"
    r"|\b(?:not (?:have )?(?:had |taken |been )?)?more than (?:[\w-]{1,9} ){0,2}(?:days|weeks"
    r"|episodes|occasions|spells|periods) (?:[\w-]{1,9}"
    r" ){0,2}(?:off sick|sick|sickness|absence|absent|illness)\b"
    r"|\bhealthy (?:individuals?|persons?|applicants?|candidates?|lifestyle)\b"
    r"|\b(?:no|without|not have|never had) (?:(?:any|a|history|of|underlying|pre-?existing|known"
    r"|serious|long-?term|current|physical|mental|recurring|recurrent|ongoing|chronic|significant"
    rf"|previous|relevant) ){{0,4}}{_ILLNESS}"
    r"|\b(?:must|should|do|does|who|can) not (?:suffer|have suffered|be (?:suffering|ill|unwell"
    r"|prone))\b"
    rf"|\b(?:not|never) (?:prone|subject) to {UP_TO_THREE}(?:illness|sickness|absence)\b"
)
_RECORD_INNOCENT = re.compile(
    AFTER_AN_OFFER
    + r"|\b(?:manag(?:e|es|ing)|monitor\w{0,3}|record(?:s|ing|ed)?(?! of)|report\w{0,3}|keep\w{0,3}"
    r"|maintain\w{0,3}|improv\w{1,3}|reduc\w{1,3}|analys\w{1,3}|chas\w{1,3}|deliver\w{0,3})"
    rf" {UP_TO_THREE}(?:staff|team|sickness|absence|attendance|students?'?)\b"
    r"|\b(?:staff|team|student|delegate|learner)s?'? (?:sickness|attendance|absence)\b"
    r"|\b(?:health|hr|sickness) (?:records|policy|policies)\b"
)


@text_rule("L1")
def health_record(document: Document) -> Iterator[Finding]:
    """L1: asks for good health, or for a record of attendance or sickness.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 15, 19, 20 and 39;
    Commission's guidance on section 60. Work on the sickness of others, attendance at events and
    checks after an offer are no demand.
    """
    yield from unlawful("L1", document, _RECORD_WANTED, _RECORD_INNOCENT)


_NAMED = (
    r"(?:disabilit(?:y|ies)|impairments?|handicaps?|epilepsy|dyslexi[ac]|autis(?:m|tic)|adhd"
    r"|diabet(?:es|ic)|speech impediments?|stammers?|learning difficult(?:y|ies)"
    r"|mental illness(?:es)?"
    r"|hearing loss|hearing aids?|wheelchairs?|mobility (?:problems?|issues?|aids?|difficulties)"
    r"|physical limitations?|depression|anxiety|asthma|cancer|hiv|arthritis|heart (?:conditions?"
    r"|disease))"
)
_DISABILITY_WANTED = re.compile(
    r"\b(?:able[ -]bodied|no (?:registered )?disabled (?:people|persons?|applicants?|candidates?)"
    r"|not registered (?:as )?disabled|neuro-?typical|non-disabled (?:applicants?"
    r"|candidates?|people|persons?)"
    r"|(?:fully|must be|should be) (?:mobile|sighted|hearing)|full use of (?:all |both "
    r"|your |their )?(?:limbs|hands|legs"
    r"|arms)|physically (?:unimpaired|whole)|(?:of sound|sound (?:in|of)) (?:mind|body|limb"
    r"|wind))\b"
    rf"|\b(?:no|without|free (?:from|of)|not (?:have|suffer from|use|need)|do(?:es)? not have"
    rf"|does not suffer from) (?:(?:any|a|an|or|and|form|of|kind|physical|mental|known|other"
    rf"|learning"
    rf"|visual|hearing|serious|the use of) ){{0,4}}{_NAMED}\b(?! (?:should|need|will|confident"
    r"|service|team|discriminat|leave|policy|awareness|training))"
    r"|\b(?:must|should|can|may)(?: ?not) be (?:an? )?(?:registered )?(?:disabled|deaf|blind"
    r"|dyslexic"
    r"|autistic|epileptic|diabetic|wheelchair|hard of hearing|partially sighted|impaired)\b"
    rf"|\b(?:not|un) ?-?(?:suitable|suited|appropriate|open|accessible) (?:for|to) {UP_TO_THREE}"
    r"(?:disabled|wheelchair|people with|anyone with|anybody with|those with|someone with"
    r"|candidates with|applicants with)"
    rf"|\b(?:disabled (?:people|applicants?|candidates?|persons?)|(?:people|applicants|candidates"
    rf"|anyone|those) with {UP_TO_THREE}(?:{_NAMED})|wheelchair users?) (?:[\w'-]{{1,12}} ){{0,2}}"
    r"(?:need not|should not|cannot|can not|will not|are not|may not|would not|would be unable"
    r"|are unable|could not)\b"
    rf"|\b(?:cannot|can't|unable to|not able to|not possible to|will not|won't|can not)"
    rf" {UP_TO_THREE}(?:make|offer|provide|consider|accommodate"
    rf"|be made) {UP_TO_THREE}(?:adjustments?"
    r"|disab\w{1,8}|wheelchairs?)\b"
    r"|\b(?:no|adjustments?) (?:reasonable )?(?:adjustments? )?(?:are|is|can be|will be) (?:not"
    r"|un)(?: ?(?:possible|available|made|offered|provided))?\b"
    r"|\bnot (?:require|need|ask for|want) (?:any )?(?:reasonable )?adjustments?\b"
    r"|\b(?:cannot|can't|not) be (?:done|carried out|held|filled) by (?:an? )?(?:wheelchair"
    r"|disabled"
    r"|blind|deaf)\b"
    r"|\bable to (?:see|hear|walk|stand)(?: and (?:see|hear|walk|stand|speak))? (?:clearly|well"
    r"|normally|properly|freely)\b"
    r"|\bno (?:reasonable )?adjustments? (?:are|can be|will be|is) (?:possible|available|made"
    r"|offered|provided)\b"
    rf"|\b(?:good|perfect|excellent|normal|20/20|full|unimpaired|sharp|acute|unaided)"
    rf" {UP_TO_THREE}(?:eyesight|hearing(?! loop)|sight\b|colou?r vision|mobility\b)"
    r"|\b(?:normal|perfect|20/20|uncorrected|unaided|full colou?r) (?:colou?r )?vision\b"
    r"|\b(?:walk|climb|see|hear|stand|move|speak|read)\w{0,3} (?:[\w'-]{1,12} ){0,5}(?:unaided"
    r"|unassisted|without (?:any )?(?:aids?|assistance|help|a stick|support|difficulty))\b"
)
_DISABILITY_INNOCENT = re.compile(
    r"\b(?:barriers?|disability confident|guaranteed interview|adjustments? (?:can|will) be made"
    r"|lived experience|access to work|would not stop|need not stop)\b"
)


@text_rule("L2")
def no_disability(document: Document) -> Iterator[Finding]:
    """L2: shuts out disabled people, in words or by a sense or a way of moving.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 6, 13, 20 and 39.
    Disabled people who are welcomed or served, and what a learning disability service is called,
    are no demand.
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
    r"(?:(?:medical|health|occupational health|sickness|doctor'?s?|gp|fitness)(?: (?:and|or)"
    r" [\w-]{1,12})?(?: screening| history| absence)? (?:questionnaires?|forms?|certificates?"
    r"|declarations?|reports?|notes?|letters?|examinations?|checks?|assessments?|tests?|record)"
    r"|fit notes?|sick notes?)"
)
_APPLYING = (
    r"(?:applica(?:nts?|tions?)|apply(?:ing)?|candidates?|interviews?|interviewed|shortlist\w{0,4}"
    r"|cv|covering letter|referees?|references?|you|send|enclose|attach)"
)
_QUESTION_WANTED = re.compile(
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
    rf"|\b(?:what|which) (?:[\w-]{{1,12}} ){{0,2}}{_MATTER} (?:[\w-]{{1,12}} ){{0,3}}"
    r"(?:have you|did you|do you)\b"
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
_QUESTION_INNOCENT = re.compile(
    AFTER_AN_OFFER
    + r"|\b(?:adjust\w{0,5}|access needs|support (?:you|at|with|for)|if you (?:wish|want|would like"
    r"|choose)|help us|guaranteed? (?:you )?(?:an )?interview|format|monitoring|how we can help"
    r"|what you need|need help|lived experience|policy|policies|you (?:need|do) not"
    r"|will not be asked|never ask|do not ask)\b"
)


@text_rule("L8")
def health_questions(document: Document) -> Iterator[Finding]:
    """L8: asks about health or disability before a job is offered.

    Report each question, once a sentence. Source: Equality Act 2010, section 60. Lawful before an
    offer: adjustments for the interview, a guaranteed interview, monitoring kept apart; after a
    conditional offer: any question that is needed.
    """
    yield from unlawful("L8", document, _QUESTION_WANTED, _QUESTION_INNOCENT)
