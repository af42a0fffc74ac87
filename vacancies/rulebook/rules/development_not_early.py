"""D10: the first 100 words do not say what the person will learn.

Source: recruitment and retention guide for KLS managers. A trainee, a train station and training
given to others are no development of the person.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.rulebook import found, number, rule

RULE = "D10"

_DEVELOPMENT = re.compile(
    r"\b(?:(?<!research and )develop(?:s|ing|ment)?|train(?:ing|ed)?|learn(?:s|ing|t)?"
    r"|shadow(?:ing)?"
    r"|mentor(?:ing|ed)?|coach(?:ing|ed)|(?:pay for|paid|fund(?:ed"
    r"|s)?) (?:[\w-]{1,12} ){0,3}(?:course"
    r"|diploma|degree|qualification|study)|new skills"
    r"|teach(?:es|ing)? you|taught|show you (?:how|the ropes)|career|qualify|build (?:your|new|up)"
    r"|(?:gain|get|earn|work(?:ing)? towards|take|complete|study(?:ing)? for|gained) (?:an? "
    r"|your |the )?"
    r"(?:[\w-]{1,15} ){0,3}(?:qualification|diploma|certificate|degree|chartership|registration"
    r"|skills|experience)|time (?:to|for) study|progress(?:ion)? (?:to|into|towards)"
    r"|grow (?:into|in|your|as)|room to grow"
    r"|professional registration|chartership|study leave|apprentice(?:ship)?)\b"
)
_OTHERS_BEFORE = re.compile(
    r"\b(?:deliver(?:s|ing)?|provid(?:e|es|ing)|teach(?:es|ing)?|run(?:s|ning)?|plan(?:s"
    r"|ning)?|give"
    r"|by|their|staff|our|user|users'|readers'|manual handling|research and|lead"
    r"|to) (?:[\w-]{1,12} )?$"
)
_SERVICE_BEFORE = re.compile(
    r"\b(?:(?:staff|workforce|organisational|service|library|collections?|web|policy|research"
    r"|product"
    r"|software|strategic|business|team|system|digital|community|resource) (?:and \w{1,14} )?"
    r"|(?:lead|leads|leading|support|supports|supporting|responsible for|contribute to|oversee"
    r"|manage"
    r"|drive) (?:on |the |in |our )?(?:(?!your?\b)[\w-]{1,12} (?:and )?){0,2})$"
)
"""What is developed there is the service or its staff."""
_THING_BEHIND = re.compile(
    r"(?:,? (?:and|&) (?:development|learning|training|education|knowledge|research))?"
    r"[ -](?:station|lines?|room|centre|suite|department|directorate|division|faculty|hub|academy"
    r"|service|manager|officer|lead\b|library|agreement|zone|platform|resources|disabilit|team"
    r"|of (?:the|our|its|this|an?|new) )"
)
_OTHERS_BEHIND = re.compile(
    r"[ -](?:sessions?|courses? for|to staff|to readers|our|the|collections?|services"
    r"|and delivery|for (?:staff|readers|users"
    r"|doctors|nurses|students))"
)
_OFFERED = re.compile(
    r"\b(?:you will|you'll|we will|we'll|help you|support you|your|chance to"
    r"|opportunit\w{1,3} (?:to|for))\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when none of the first words speaks of development of the person."""
    if not document.demands(rule(RULE).kinds):
        return
    first = document.words[: number(RULE, "first_words")]
    opening = Span(0, first[-1].end) if first else Span(0, 0)
    if not any(_is_offer(document, place) for place in document.found(_DEVELOPMENT, opening)):
        yield found(RULE, document)


def _is_offer(document: Document, place: Span) -> bool:
    thing = _THING_BEHIND.match(document.folded, place.end)
    learner = document.folded.startswith("learn", place.start)
    if thing or (not learner and _OTHERS_BEHIND.match(document.folded, place.end)):
        return False
    before = document.folded[max(0, place.start - 30) : place.start]
    if _SERVICE_BEFORE.search(before):
        return False
    return _OFFERED.search(before) is not None or _OTHERS_BEFORE.search(before) is None
