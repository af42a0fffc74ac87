"""Flexible working, and working from home."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.registry import reports_missing, text_rule
from vacancies.rulebook.rulebook import found

_FLEXIBLE = re.compile(
    r"\b(?:flexible (?:working|hours|work|arrangements|start|retirement|patterns?|options|employer)"
    r"|flexibility (?:in|on|over|around|about|with|is|for you)|work(?:ing)? flexibly"
    r"|flexible (?:about|with|on) (?:when|where|how|your|hours|days|start)|flexitime|(?:hours|days"
    r"|pattern|shifts|rota|week) (?:that |which |can |to |is |are |will |be ){0,3}(?:suit|suits"
    r"|agreed? with you|made with you|be agreed|be arranged around)|(?:choose|pick|agree"
    r"|set) (?:your|the) (?:own )?(?:days|hours|pattern|shifts)|working patterns? (?:to|that)"
    r"|(?:talk|conversation|discuss|open) [^.\n]{0,25}(?:working patterns?|the hours)|school hours"
    r"|jobs? (?:can|may) be shared|shar(?:e|es|ing) (?:a|the|this|one) (?:job|post|role)|(?:shorter"
    r"|fewer|reduced|other) (?:weeks?|hours|days)|flexi-?time|flexi time|hours (?:are|can be|may be"
    r"|will be) (?:negotiable|flexible|discussed|agreed|open)|hybrid|home[ -]?working"
    r"|work(?:ing)? (?:partly )?(?:from|at) home|days? (?:a week )?(?:from|at) home"
    r"|remote(?:ly)? (?:work|working)|work(?:ing)? remotely|part[ -]time|job[ -]shar\w{1,3}"
    r"|compressed|term[ -]time|annuali[sz]ed|agile working|self[ -]rostering|staggered hours)\b"
)
_ASKED = re.compile(
    r"\b(?:must|required to|expected to|need to|needs to|have to|able to|ability to"
    r"|willing(?:ness)? to|prepared to|requirement to|should be|will be flexible|will be asked to"
    r"|may be asked to)\b[^.\n]{0,40}$"
)
_NEEDS_OF_SERVICE = re.compile(
    r" (?:required|expected|essential|needed)\b|[^.\n]{0,40}\b(?:needs? of the (?:service|library"
    r"|department|post)|(?:is|are|may be|will be|might be) (?:required|expected|essential"
    r"|needed)\b)"
)
_OFFERED = re.compile(
    r"\b(?:you (?:can|may)|can ask|may ask|right to|requests?|we offer|we support|offered"
    r"|considered?|welcomed?|possible|negotiable|open to|(?:talk|speak) to us|discuss\w{0,3}"
    r"|available|options?|agreed with you|(?:can|may|could) be|happy to|suits? you)\b"
)
_FACT = re.compile(r"part[ -]time|job[ -]shar\w{1,4}|term[ -]time")
"""By themselves these describe the post, not what a postholder may request."""
_REFUSED = re.compile(
    r"\b(?:not (?:be )?(?:available|possible|offered|suitable|considered|an option|permitted"
    r"|supported|open to|able to offer)|cannot|can't|unavailable|impossible|unable to)\b"
)
_FROM_THE_WORKER = re.compile(
    r"\b(?:we (?:need|expect|ask for|require|want)|flexibility [^.\n]{0,30}\bfrom (?:you|the"
    r"|all)\b)"
)


@reports_missing("D8")
def offers_flexibility(document: Document) -> bool:
    """D8: no flexible working is offered.

    Report once if no words offer flexibility. Source: NHS terms and conditions, section 33;
    recruitment and retention guide for KLS managers; Behavioural Insights Team trial. Flexibility
    demanded of the worker does not count.
    """
    return any(
        _is_offered(document, place)
        for place in document.found(_FLEXIBLE)
        if document.sentence_at(place.start)
    )


def _is_offered(document: Document, place: Span) -> bool:
    around = document.around(place)
    if document.is_denied(place) or _REFUSED.search(around) or _FROM_THE_WORKER.search(around):
        return False
    if _OFFERED.search(around):
        return True
    if _FACT.fullmatch(document.folded, place.start, place.end):
        return False
    before = document.folded[max(0, place.start - 60) : place.start]
    return not (_ASKED.search(before) or _NEEDS_OF_SERVICE.match(document.folded, place.end))


_HOME = re.compile(
    r"\b(?:home[ -]?working|work(?:ing)? (?:partly |some days )?(?:from|at) home|hybrid (?:working"
    r"|work|role|post)|remote(?:ly)? (?:working|work)|work(?:ing)? remotely|from home|hybrid)\b"
)
_NUMBER = re.compile(
    r"\b(?:\d|one|two|three|four|five|half|an?|each|every|fixed)(?: ?(?:or|to|-) ?(?:\d|one|two"
    r"|three|four))? (?:fixed |set |whole |full |half )?(?:days?|mornings?|afternoons?)\b"
    r"|\b\d{1,3} ?(?:%|per cent)|\bfully remote|\bhalf (?:of )?(?:your|the|their) (?:time|week"
    r"|hours)|\b(?:mon|tues|wednes|thurs|fri)days?\b"
)


@text_rule("D9")
def days_at_home_missing(document: Document) -> Iterator[Finding]:
    """D9: working from home is offered without a number of days.

    Report once, at the first offer, if none of its sentences gives a number. Source: recruitment
    and retention guide for KLS managers: a set number attracts people.
    """
    places = [place for place in document.found(_HOME) if not document.is_denied(place)]
    if places and not any(_NUMBER.search(document.around(place)) for place in places):
        yield found("D9", document, places[0])
