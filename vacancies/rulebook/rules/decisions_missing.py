"""B8: the job description does not say which decisions the post takes.

Source: NHS Employers, Writing successful job descriptions. Decisions of clinicians and delegates
of a course are not those of the post.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found

RULE = "B8"

_DECISIONS = re.compile(
    r"\b(?:decides?\b|deciding\b|decision|without referr|without asking"
    r"|refers? (?:\w{1,15} ){0,5}to\b"
    r"|referring (?:\w{1,15} ){0,5}to\b|authoris|approves?\b|delegated?\b|discretion\b"
    r"|own initiative|sign(?:s|ing)? off|final say|your call|autonom"
    r"|choos(?:e|es|ing) (?:which|what|how|when|whether)|within (?:your|their"
    r"|its) (?:own )?(?:limit"
    r"|budget|authority)|agrees? (?:[\w']{1,12} ){0,4}with (?:your|the|their) (?:line )?manager"
    r"|(?:plan|plans|planning|set|sets|order|orders) (?:your|their) own"
    r"|uses? (?:your |own |their )?judgement|makes? (?:your |own )?judgements?"
    r"|checks? with (?:your|the|their)"
    r"|asks? (?:your|the|their) (?:line )?manager)"
)
_OF_OTHERS = re.compile(
    r"\b(?:clinical|evidence-based|evidence based|informed|shared|patients?'?|clinicians?'?"
    r"|medical|their|board"
    r"|support|supports|supporting|inform|informs|better|treatment|good|commissioning|for"
    r"|(?:help|helps|helping|let|lets|so|how|teams?|staff|doctors|nurses|managers|boards?|readers"
    r"|patients|people|users|commissioners|learners|students|they|crews?|who)(?: to| can| may"
    r"| must"
    r"| then)?) $"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when no word speaks of decisions of the post."""
    if not document.demands(["jd"]) or document.reading.job.decides:
        return
    if not any(
        not _OF_OTHERS.search(document.folded, max(0, place.start - 24), place.start)
        for place in document.found(_DECISIONS)
    ):
        yield found(RULE, document)
