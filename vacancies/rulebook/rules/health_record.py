"""L1: asks for good health, or for a record of attendance or sickness.

Source: Equality Act 2010, sections 15, 19, 20 and 39; Commission's guidance on section 60. Work on
the sickness of others, attendance at events and checks after an offer are no demand.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import AFTER_AN_OFFER, UP_TO_THREE, unlawful

RULE = "L1"

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
_WANTED = re.compile(
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
    r"|\b(?:fit and (?:healthy|well|active|able)|healthy and (?:fit|active|strong))\b"
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
_INNOCENT = re.compile(
    AFTER_AN_OFFER
    + r"|\b(?:manag(?:e|es|ing)|monitor\w{0,3}|record(?:s|ing|ed)?(?! of)|report\w{0,3}|keep\w{0,3}"
    r"|maintain\w{0,3}|improv\w{1,3}|reduc\w{1,3}|analys\w{1,3}|chas\w{1,3}|deliver\w{0,3})"
    rf" {UP_TO_THREE}(?:staff|team|sickness|absence|attendance|students?'?)\b"
    r"|\b(?:staff|team|student|delegate|learner)s?'? (?:sickness|attendance|absence)\b"
    r"|\b(?:health|hr|sickness) (?:records|policy|policies)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each demand, once a sentence."""
    yield from unlawful(RULE, document, _WANTED, _INNOCENT)
