"""L2: shuts out disabled people, in words or by a sense or a way of moving.

Source: Equality Act 2010, sections 6, 13, 20 and 39. Disabled people who are welcomed or served,
and what a learning disability service is called, are no demand.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import UP_TO_THREE, unlawful

RULE = "L2"

_NAMED = (
    r"(?:disabilit(?:y|ies)|impairments?|handicaps?|epilepsy|dyslexi[ac]|autis(?:m|tic)|adhd"
    r"|diabet(?:es|ic)|speech impediments?|stammers?|learning difficult(?:y|ies)"
    r"|mental illness(?:es)?"
    r"|hearing loss|hearing aids?|wheelchairs?|mobility (?:problems?|issues?|aids?|difficulties)"
    r"|physical limitations?|depression|anxiety|asthma|cancer|hiv|arthritis|heart (?:conditions?"
    r"|disease))"
)
_WANTED = re.compile(
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
_INNOCENT = re.compile(
    r"\b(?:barriers?|disability confident|guaranteed interview|adjustments? (?:can|will) be made"
    r"|lived experience|access to work|would not stop|need not stop)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each demand, once a sentence."""
    yield from unlawful(RULE, document, _WANTED, _INNOCENT)
