"""D22: no chance to see the library or to talk about the team.

Source: house rule. "Visit our website" is no visit.
"""

import re

from vacancies.rulebook.rulebook import reports_missing

RULE = "D22"

_VISIT = re.compile(
    r"\b(?:informal(?:ly)? (?:visits?|talk|chats?|discussions?|conversations?|calls?|talks?"
    r"|enquir(?:y"
    r"|ies))|open (?:day|evening|house)"
    r"|meet the team|(?:look|show you|shown|walk) (?:a)?round|see (?:the|our) library"
    r"|come (?:and|in to|along and) (?:see|visit|meet|look|sit|talk|spend|say|chat|have)"
    r"|(?:speak|talk|chat) (?:to|with) (?:\w{1,15} ){1,3}about (?:the|this|our) (?:job|role|post"
    r"|team)|drop in|tours?\b|take a (?:look|tour)|look around|spend (?:an hour|a morning|a day"
    r"|time) with"
    r"|find out more,? (?:about (?:the|this) (?:job|role|post|team),? )?(?:please )?(?:ring|call"
    r"|phone"
    r"|contact|speak|talk|e-?mail|write|ask|get)"
    r"|(?:talk|speak|chat|ask|hear|questions) (?:to us |with us )?about (?:the|this|our|it)"
    r" ?(?:job|role|post|team|library|work|vacancy)?"
    r"|(?:for|have|like|want|fancy|arrange) an? (?:informal |quick |short |friendly )?(?:chat"
    r"|conversation|visit|call|talk)"
    r"|(?:to|arrange an?|welcome to|your) visit(?! (?:our|the|their|us at|to)?[ ]?(?:web|www"
    r"|https?|page|site|link|ward|nhs))"
    r"|visits? (?:are|is) welcome|talk to (?:the|our) (?:team|manager|librarian))\b"
)

check = reports_missing(RULE, lambda document: document.has(_VISIT))
"""Reports once when there is none."""
