"""What an advert says about applying: whom to ask, the support offered and the selection."""

import re

from vacancies.rulebook.document import Document
from vacancies.rulebook.registry import reports_missing
from vacancies.rulebook.requirements import ADJUSTMENTS

_ADDRESS = re.compile(
    r"(?<=[\w.+-])@[a-z0-9-]{1,63}\.[a-z]|\[email protected\]|(?<!\d)(?:\+44 ?"
    r"|\(?0)\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)|\bext(?:ension|\.)? ?\d{3,5}\b"
)
_INVITED = re.compile(
    r"\b(?:contact|informal|speak (?:to|with)|talk (?:to|with)|chat|call|ring|questions|e-?mail"
    r"|phone|telephone|reach|in touch|ask|write to|find out more|meet|discuss|happy to)\b"
)


@reports_missing("D12")
def names_a_contact(document: Document) -> bool:
    """D12: nobody to contact.

    Report once if no contact is given. Source: NHS Providers. There must be an email address or a
    phone number, and an invitation.
    """
    return bool(_ADDRESS.search(document.folded)) and document.has(_INVITED)


@reports_missing("D13")
def offers_adjustments(document: Document) -> bool:
    """D13: neither adjustments nor other formats are offered.

    Report once if nothing is offered. Source: NHS Providers; recruitment and retention guide for
    KLS managers (Fair Library Jobs manifesto, 7.0). Internet access and file formats do not count.
    """
    return document.has(ADJUSTMENTS)


_ANYWAY = re.compile(
    r"\b(?:even if (?:you|one|some|your)|(?:be|feel) put off|rule yourself out|(?:form|application"
    r"|apply|applying) (?:all the same|anyway|regardless|even)|still (?:apply|like to hear"
    r"|want to hear|encourage|consider|send)|some but not all|most (?:of (?:it|them|what|the|these"
    r"|this|our|those)|but not)|(?:nobody|no one|no-one|few people"
    r"|not every\w{0,4}(?: [a-z]{1,12})?|don't|do not|never) (?:\w{1,8} ){0,4}(?:everything|every"
    r"|all|each|the lot)|unsure (?:if|that|whether) you|in (?:any )?doubt|(?:do not|don't|need not"
    r"|not) (?:have to |need to )?(?:meet|match|tick|have|fit) (?:every|all|each)|(?:apply"
    r"|hear from you) (?:anyway|if you meet most)|meet most of|not (?:sure|certain) (?:if|that"
    r"|whether) you|(?:every|all) (?:point|box|criteri)\w{0,3} (?:need not|do not))"
)


@reports_missing("D16")
def invites_to_apply_anyway(document: Document) -> bool:
    """D16: no statement that applicants need not meet every point.

    Report once if there is none. Source: account of a session on library assistants: people hold
    back needlessly.
    """
    return document.has(_ANYWAY)


_TASK = re.compile(
    r"\b(?:tasks?|tests?|exercises?|presentations?|in-tray|assessments?|talk|role[ -]?play"
    r"|scenarios?|case stud(?:y|ies)|activit(?:y|ies)|written (?:work|piece)|practical|quiz"
    r"|(?:ask(?:ed)?|invited?|want) (?:you )?to (?:do|find|show|write|search|sort|shelve|present"
    r"|explain|bring|prepare|give|answer|draft|read)|no (?:other )?tests?|questions (?:in advance"
    r"|beforehand|before)|interview questions|(?:the|our|same|your|all|our|\d|two|three|four|five"
    r"|six|seven|eight|nine|ten) questions|send (?:you )?(?:\w{1,10} ){0,3}questions)\b"
)
_SELECTION = re.compile(
    r"\b(?:interviews?|interviewed|selection|assessment (?:day|centre)|shortlist\w{0,4}|on the day"
    r"|panel|(?:meet|see) (?:you|people|candidates|applicants))\b"
)


@reports_missing("D20")
def tells_of_the_selection(document: Document) -> bool:
    """D20: the advert does not say what the selection will be like.

    Report once unless a sentence that names a task, or the one before it, mentions the selection.
    Source: recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, 7.0).
    "Varied tasks" of the job do not count.
    """
    before = False
    for sentence in document.sentences:
        selection = bool(_SELECTION.search(document.folded, sentence.start, sentence.end))
        task = bool(_TASK.search(document.folded, sentence.start, sentence.end))
        if task and (selection or before):
            return True
        before = selection
    return False


_TRAVEL = re.compile(
    r"\b(?:travel(?:ling)? (?:costs?|expenses?|fares?)|(?:costs?|expenses?) (?:of"
    r"|for) (?:your )?travel|your travel|(?:interview )?expenses (?:are|will be|can be) (?:paid|met"
    r"|refunded|reimbursed)|(?:train|bus|rail|coach|taxi)(?:,? (?:and|or) (?:train|bus|rail"
    r"|taxi))? fares?|fares? (?:are|is|will be|to)|mileage|fares? [^.\n]{0,25}\b(?:paid|refunded"
    r"|met|covered)|(?:travel to us|tickets?) [^.\n]{0,25}\b(?:pay|paid|refund)|(?:pay"
    r"|refund) (?:for )?your (?:ticket|journey|train|bus)|(?:do|have|hold|take) it (?:over|by|on"
    r"|via|online)|(?:pay|refund|cover|meet) (?:\w{1,9} ){0,3}(?:travel|fares?|journey)|(?:meet"
    r"|interview|talk|see) (?:you )?(?:[\w']{1,10} ){0,3}(?:online|by video|on teams|by phone)"
    r"|(?:video|online|virtual|remote) interviews?|interviews?\b[^.\n]{0,60}?\b(?:by video|online"
    r"|virtually|over video|on teams|in teams|by teams|a video call|from home|on microsoft"
    r"|over microsoft|remotely|by phone|on zoom|using teams|via teams|via video))\b"
)


@reports_missing("D21")
def names_travel_costs(document: Document) -> bool:
    """D21: nothing about the cost of travelling to the interview.

    Report once if neither costs nor a remote interview is mentioned. Source: recruitment and
    retention guide for KLS managers (Fair Library Jobs manifesto, 7.0).
    """
    return document.has(_TRAVEL)


_VISIT = re.compile(
    r"\b(?:informal(?:ly)? (?:visits?|talk|chats?|discussions?|conversations?|calls?|talks?"
    r"|enquir(?:y|ies))|open (?:day|evening|house)|meet the team|(?:look|show you|shown"
    r"|walk) (?:a)?round|see (?:the|our) library|come (?:and|in to|along and) (?:see|visit|meet"
    r"|look|sit|talk|spend|say|chat|have)|(?:speak|talk|chat) (?:to"
    r"|with) (?:\w{1,15} ){1,3}about (?:the|this|our) (?:job|role|post|team)|drop in|tours?\b"
    r"|take a (?:look|tour)|look around|spend (?:an hour|a morning|a day|time) with"
    r"|find out more,? (?:about (?:the|this) (?:job|role|post|team),? )?(?:please )?(?:ring|call"
    r"|phone|contact|speak|talk|e-?mail|write|ask|get)|(?:talk|speak|chat|ask|hear"
    r"|questions) (?:to us |with us )?about (?:the|this|our|it) ?(?:job|role|post|team|library|work"
    r"|vacancy)?|(?:for|have|like|want|fancy|arrange) an? (?:informal |quick |short "
    r"|friendly )?(?:chat|conversation|visit|call|talk)|(?:to|arrange an?|welcome to"
    r"|your) visit(?! (?:our|the|their|us at|to)?[ ]?(?:web|www|https?|page|site|link|ward|nhs))"
    r"|visits? (?:are|is) welcome|talk to (?:the|our) (?:team|manager|librarian))\b"
)


@reports_missing("D22")
def invites_to_visit(document: Document) -> bool:
    """D22: no chance to see the library or to talk about the team.

    Report once if there is none. Source: house rule. "Visit our website" does not count.
    """
    return document.has(_VISIT)
