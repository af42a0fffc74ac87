"""What an advert opens with, its length and its statement on equality."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.registry import reports_missing, text_rule
from vacancies.rulebook.rulebook import found, number, rule
from vacancies.rulebook.words import listed, phrases

_DEVELOPMENT = re.compile(
    r"\b(?:(?<!research and )develop(?:s|ing|ment)?|train(?:ing|ed)?|learn(?:s|ing|t)?"
    r"|shadow(?:ing)?|mentor(?:ing|ed)?|coach(?:ing|ed)|(?:pay for|paid|fund(?:ed"
    r"|s)?) (?:[\w-]{1,12} ){0,3}(?:course|diploma|degree|qualification|study)|new skills"
    r"|teach(?:es|ing)? you|taught|show you (?:how|the ropes)|career|qualify|build (?:your|new|up)"
    r"|(?:gain|get|earn|work(?:ing)? towards|take|complete|study(?:ing)? for|gained) (?:an? |your "
    r"|the )?(?:[\w-]{1,15} ){0,3}(?:qualification|diploma|certificate|degree|chartership"
    r"|registration|skills|experience)|time (?:to|for) study|progress(?:ion)? (?:to|into|towards)"
    r"|grow (?:into|in|your|as)|room to grow|professional registration|chartership|study leave"
    r"|apprentice(?:ship)?)\b"
)
_OTHERS_BEFORE = re.compile(
    r"\b(?:deliver(?:s|ing)?|provid(?:e|es|ing)|teach(?:es|ing)?|run(?:s|ning)?|plan(?:s|ning)?"
    r"|give|by|their|staff|our|user|users'|readers'|manual handling|research and|lead"
    r"|to) (?:[\w-]{1,12} )?$"
)
_SERVICE_BEFORE = re.compile(
    r"\b(?:(?:staff|workforce|organisational|service|library|collections?|web|policy|research"
    r"|product|software|strategic|business|team|system|digital|community"
    r"|resource) (?:and \w{1,14} )?|(?:lead|leads|leading|support|supports|supporting"
    r"|responsible for|contribute to|oversee|manage|drive) (?:on |the |in "
    r"|our )?(?:(?!your?\b)[\w-]{1,12} (?:and )?){0,2})$"
)
"""Development of the service or its staff, not of the person."""
_THING_BEHIND = re.compile(
    r"(?:,? (?:and|&) (?:development|learning|training|education|knowledge"
    r"|research))?[ -](?:station|lines?|room|centre|suite|department|directorate|division|faculty"
    r"|hub|academy|service|manager|officer|lead\b|library|agreement|zone|platform|resources"
    r"|disabilit|team|of (?:the|our|its|this|an?|new) )"
)
_OTHERS_BEHIND = re.compile(
    r"[ -](?:sessions?|courses? for|to staff|to readers|our|the|collections?|services|and delivery"
    r"|for (?:staff|readers|users|doctors|nurses|students))"
)
_OFFERED = re.compile(
    r"\b(?:you will|you'll|we will|we'll|help you|support you|your|chance to"
    r"|opportunit\w{1,3} (?:to|for))\b"
)


@reports_missing("D10")
def opens_with_development(document: Document) -> bool:
    """D10: the first 100 words do not say what the person will learn.

    Report once if none of the first words mentions the person's development. Source: recruitment
    and retention guide for KLS managers. A trainee, a train station and training given to others do
    not count.
    """
    first = document.words[: number("D10", "first_words")]
    opening = Span(0, first[-1].end) if first else Span(0, 0)
    return any(_is_offer(document, place) for place in document.found(_DEVELOPMENT, opening))


def _is_offer(document: Document, place: Span) -> bool:
    thing = _THING_BEHIND.match(document.folded, place.end)
    learner = document.folded.startswith("learn", place.start)
    if thing or (not learner and _OTHERS_BEHIND.match(document.folded, place.end)):
        return False
    before = document.folded[max(0, place.start - 30) : place.start]
    if _SERVICE_BEFORE.search(before):
        return False
    return _OFFERED.search(before) is not None or _OTHERS_BEFORE.search(before) is None


FEWEST_WORDS = 8
"""Of a sentence; a shorter line is a fact, such as a place."""
_TRUST_IS = re.compile(
    r"(?:the |our |at |here at )?(?:(?!(?:you|your|we|this|that|in|for|do|if|join|library"
    r"|are)\b)[\w'&()-]{1,20},? ){0,8}(?:trust|health board|board|university|hospitals?|hospice"
    r"|organisation|icb|foundation|group|college|council)(?: \([\w ]{1,20}\))?,? (?:(?!library|that"
    r"|in)[\w-]{1,14} ){0,2}(?:is|are|has|have|provides?|serves?|employs?|offers?|was|delivers?"
    r"|covers?|cares?|runs?|consists?|comprises?|operates?|looks? after)\b"
)
_BOILERPLATE = phrases(listed("boilerplate"))


@text_rule("D11")
def opens_with_boilerplate(document: Document) -> Iterator[Finding]:
    """D11: the first lines are about the Trust, not the job.

    Report the first such phrase among the first words of an advert. Source: recruitment and
    retention guide for KLS managers; the list is in jd_words.toml.
    """
    first = document.words[: number("D11", "first_words")]
    if document.kind != "advert" or not first:
        return
    place = next(document.found(_BOILERPLATE, Span(0, first[-1].end)), None) or _about_trust(
        document
    )
    if place and place.start < first[-1].end:
        yield found("D11", document, place)


def _about_trust(document: Document) -> Span | None:
    """Return the first sentence of prose if its subject is the employer."""
    prose = (one for one in document.sentences if one.words >= FEWEST_WORDS)
    sentence = next(prose, None)
    if sentence and _TRUST_IS.match(document.folded, sentence.start, sentence.end):
        return sentence.span
    return None


MOST_GROUPS = 3
"""A sentence that names more groups than this lists the law, not what the employer does."""
_DEED = re.compile(
    r"\b(?:under-?represented|under represented|(?:particularly|especially|warmly) (?:welcome"
    r"|encourage|like|keen|invite)|staff networks?|networks? for|positive action"
    r"|disability confident|(?:guaranteed|interview) (?:interview )?scheme|guaranteed interview"
    r"|(?:guarantee|offer|sure of) (?:of )?an interview|anonymi[sz]ed|name-blind|(?:names?"
    r"|ages?) (?:\w{1,9} ){0,4}(?:hidden|removed|taken (?:out|off|away))"
    r"|without (?:seeing )?(?:your )?names?|(?:race equality|equality) (?:charter|standard|scheme"
    r"|plan)|armed forces covenant|anti-?racis\w{1,3}|balanced panels?|mixed panels?"
    r"|reverse mentor\w{0,4})\b"
)
_WELCOME = re.compile(
    r"\b(?:welcomes? (?:all )?applications|applications (?:are )?(?:very )?(?:welcome|from)"
    r"|encourages? applications)\b(?! (?:from )?(?:all|any|every|anybody|suitab|irrespective"
    r"|regardless|people of all))(?= from)"
)
_GROUP = re.compile(
    r"\b(?:global majority|ethnic|people of colou?r|black|asian|roma|disabled|deaf|autistic"
    r"|neurodiver\w{0,6}|lgbt\w{0,3}|gay|trans|women|men|refugees?|migrants?|care leavers|veterans"
    r"|reservists|carers|parents|working[ -]class|older people|over 50|first in your family"
    r"|out of work|ex-offenders|convictions?|faiths?)\b"
)
_OF_THE_EMPLOYER = re.compile(
    r"\b(?:appl\w{1,8}|join|team|staff|workforce|interview\w{0,4}|recruit\w{0,4}|colleagues|hire"
    r"|employ\w{0,4}|mentor\w{0,4}|panel|hear from|welcome|encourage)\b"
)


@reports_missing("D14")
def is_specific_on_equality(document: Document) -> bool:
    """D14: no specific statement on equality.

    Report once if nothing specific is named. Source: NHS Providers: generic lines do little. A
    welcome to everybody or a list of protected characteristics is a slogan; a group, a scheme or an
    action is specific.
    """
    if document.has(_DEED) or document.has(_WELCOME):
        return True
    for sentence in document.sentences:
        groups = len(_GROUP.findall(document.folded, sentence.start, sentence.end))
        if 0 < groups <= MOST_GROUPS and _OF_THE_EMPLOYER.search(
            document.folded, sentence.start, sentence.end
        ):
            return True
    return False


@text_rule("D15")
def advert_length(document: Document) -> Iterator[Finding]:
    """D15: the advert is too short or too long.

    Report once if the number of words is out of range. Source: advert guide on issuu (500 to 750
    words); the lower bound is a house default.
    """
    words = len(document.words)
    good = number("D15", "low") <= words <= number("D15", "high")
    if document.demands(rule("D15").kinds) and not good:
        yield found("D15", document, n=words)
