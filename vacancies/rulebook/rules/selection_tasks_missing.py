"""D20: the advert does not say what the selection will be like.

Source: recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, 7.0).
"Varied tasks" of the job say nothing of the interview.
"""

import re

from vacancies.rulebook.document import Document
from vacancies.rulebook.rulebook import reports_missing

RULE = "D20"

_TASK = re.compile(
    r"\b(?:tasks?|tests?|exercises?|presentations?|in-tray|assessments?|talk|role[ -]?play"
    r"|scenarios?"
    r"|case stud(?:y|ies)|activit(?:y|ies)|written (?:work|piece)|practical|quiz"
    r"|(?:ask(?:ed)?|invited?|want) (?:you )?to (?:do|find|show|write|search|sort|shelve|present"
    r"|explain|bring|prepare|give|answer|draft|read)"
    r"|no (?:other )?tests?"
    r"|questions (?:in advance|beforehand|before)"
    r"|interview questions|(?:the|our|same|your|all|our|\d|two|three|four|five|six|seven|eight"
    r"|nine|ten) questions|send (?:you )?(?:\w{1,10} ){0,3}questions)\b"
)
_SELECTION = re.compile(
    r"\b(?:interviews?|interviewed|selection|assessment (?:day|centre)|shortlist\w{0,4}"
    r"|on the day|panel|(?:meet|see) (?:you|people|candidates|applicants))\b"
)


def _disclosed(document: Document) -> bool:
    before = False
    for sentence in document.sentences:
        selection = bool(_SELECTION.search(document.folded, sentence.start, sentence.end))
        task = bool(_TASK.search(document.folded, sentence.start, sentence.end))
        if task and (selection or before):
            return True
        before = selection
    return False


check = reports_missing(RULE, _disclosed)
"""Reports once when no sentence, nor the one before it, speaks of both."""
