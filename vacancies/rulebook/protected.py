"""Demands on people that equality law restricts: where they are made, and what is not a demand.

Sources: Equality Act 2010, sections 13, 15, 19, 39 and 60 and Schedule 9; the Equality and Human
Rights Commission on wording of adverts (Journal of the Law Society of Scotland, volume 59, issue
8); for Northern Ireland the list of laws of the Commissioner for Public Appointments for Northern
Ireland. All read on 28 November 2026. The choice of words that make a demand is our own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vacancies.rulebook.demands import SHUT_OUT, demands
from vacancies.rulebook.document import Document
from vacancies.rulebook.figures import nation_of
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.rulebook import found, rule

NORTHERN_IRELAND = "NIR"
_READ = "read on 28 November 2026"
_READ_ABOUT = {
    "GB": f"as the Commission explains it, {_READ}, not in the Act itself",
    NORTHERN_IRELAND: f"named in a list {_READ}, not the law itself: ask HR",
    "union": "read on 28 November 2026 for Great Britain",
    "convictions": "as others explain it, read on 29 November 2026: ask HR",
    "data": "as the Information Commissioner explains it, read on 29 November 2026",
}
"""How a law is cited that was not read itself, only described by another source."""

UP_TO_THREE = r"(?:[\w'%-]{1,20}[ ,/]{1,2}){0,3}"
"""Regular expression source for up to three words between two others."""

AFTER_AN_OFFER = (
    r"\b(?:after (?:an? |the |a conditional |we |you )?(?:\w{1,9} )?offer\w{0,3}|conditional offer"
    r"|(?:following|once|upon|subject to|until|when) (?:[\w']{1,12} ){0,5}(?:offer|appointment)"
    r"|pre-employment|occupational health clearance|when (?:an? |the )?(?:job|post|offer)"
    r"|on appointment|before you start|before starting|if appointed|once appointed"
    r"|successful (?:candidates?|applicants?)"
    r"|subject to (?:[\w-]{1,14} ){0,2}(?:occupational health|health|medical) (?:clearance|checks?"
    r"|screening))\b"
)
"""Regular expression source for the stage at which questions about health are lawful."""

_STATEMENT = re.compile(
    r"\b(?:regardless of|irrespective of|whatever (?:your|their)|no matter (?:what|your)"
    r"|discriminat\w{1,4}|treat(?:ed|s)? (?:\w{1,10} )?(?:less|un|worse)|under-?represented"
    r"|positive action|protected characteristics?|(?:welcomes?|encourages?"
    r"|invites?) (?:all )?applications|applications (?:are )?(?:very )?welcome"
    r"|leave (?:out|off)|on your first (?:day|morning)|(?:when|once|after) you (?:start|join)"
    r"|(?:is|are|was|were) not (?:required|needed|necessary|essential|asked)"
    r"|occupational requirement|schedule 9|equal opportunit\w{1,3}|of all (?:ages|faiths"
    r"|backgrounds|nationalities|abilities)|(?:disabled|women|men) and non-)"
    r"|\b(?:not?|nor|never|without|whatever|alike|grounds?|because of|regard|any)\b[^.;\n]{0,30}"
    r"(?:(?:age|disability|(?:sex|gender)(?: reassignment)?|race|religion|belief|sexual orientation"
    r"|sexuality|marriage|civil partnership|pregnancy|maternity|nationality|ethnicity"
    r"|colour)[,/]?(?: and| or)? ){3}"
)
_DUTY_TO_OTHERS = re.compile(
    r"\b(?:(?:collections?|information|books|stock|services?|resources|sessions|library|libraries"
    r"|groups?|talks?|sources?|records|registers?|works|films|events|clubs?|figures|data|training"
    r"|teaching|advice|courses|concerns?|abuse|welfare|safety) (?:(?:is|are) (?:given"
    r"|offered) )?(?:for|of|on|about|to"
    r"|by)(?: [\w-]{1,15}){0,2}(?:,? (?:and|or))?|enquir|regist|ask(?:s|ing)? (?=readers|patients"
    r"|visitors|users|students|clients|staff)|help|support|teach|train|serv|mentor|recruit|supervis"
    r"|coach|induct|manag|writ|collect|advis|assist|work(?:s|ing)? with\b|car(?:e|es|ing) (?:for"
    r"|of)|invit|screen|experience (?:of|with|in)|knowledge of|understand|aware|needs of"
    r"|sympath|interest in|promot|improv|research|greet|catalogu)"
)
_OTHERS = re.compile(
    r"\b(?:students?|readers?|patients?|people|users?|learners?|clients?|famil(?:y|ies)|carers?"
    r"|communit(?:y|ies)|women|men|staff|colleagues|visitors|public|those|child(?:ren)?|adults"
    r"|trainees)\b[^.;\n]{0,30}$"
)
_DEMAND = re.compile(
    r"\b(?:must|required|essential|only|need to be|expected to|should (?:be|have)|please"
    r"|applica\w{2,5}|candidates?|post ?holders?)\b"
)
_OF_APPLICANTS = re.compile(
    r"\b(?:applica\w{2,5}|candidates?|post ?holders?|interviews?|please|appoint|you (?:must"
    r"|should))"
)
_SHUTS_OUT = re.compile(SHUT_OUT)
_NOT_TO_APPLY = re.compile(
    r"\b(?:need|should|must|may|can|asked|advised) ?not (?:to )?apply\b(?! for)"
)
_IDEAS = (
    r"(?:(?!for\b|to\b|that\b|which\b|who\b|because\b)[\w'-]{1,18} ){0,3}(?:services?"
    r"|librar(?:y|ies)|future|teams?|departments?|organisations?|trust|professions?|projects?|programmes?|change"
    r"|improvements?|figures|numbers|details?|design|data|budgets?|business|stakeholders|partners"
    r"|committees?|polic(?:y|ies)|strateg(?:y|ies)|knowledge|evidence|learning|quality|standards"
    r"|profile|morale|ideas?|plans?|initiatives?|trends?|risks?|gossip|crisis|writing|promoting)\b"
    r"(?!-)"
)
_FIGURATIVE = re.compile(
    r"(?:(?!and\b|or\b)[\w'-]{1,18} ){0,4}?(?:"
    r"(?:minds?|eyes?|ears?|voice|vision|head|hands?|hearing|constitution|energy|vigour|stamina"
    r"|presence|sighted|blind|deaf) (?:for|of|with|on|across|in|to)"
    rf" (?:see )?{_IDEAS}|condition of (?:the |all |our )?(?:stock|books|items|equipment"
    rf"|buildings?)\b"
    r"|(?:attendance at|each day of|every day of) [^.;\n]{0,30}(?:meetings?|events?"
    r"|sessions?|courses?|induction|training)\b|blind spots?\b"
    r"|fit (?:with|into|for (?:purpose|the future))\b"
    r"|(?:see|hear)\w{0,3} (?:clearly |well )?(?:what|how|where|why|which|both|through)\b"
    rf"|(?:see|carr|lift|mov|push|run|shift)\w{{0,4}} (?:an? |the |all |our |several )?{_IDEAS}"
    r")(?![^.;\n]{0,40}\b(?:hearing aids?|glasses|lenses)\b)"
)
"""A sense, a part of the body or a movement, with a thing it stands for: a mind for figures."""
_EMPLOYERS_NAME = re.compile(
    r"\b(?:[A-Z][a-z][a-z'’-]{0,20} (?:s )?){2,8}"
    r"(?:Hospice|Hospital|Trust|Charity|School|College|Centre|Foundation|Society|Association)\b"
)
_REGULATORS_TERM = re.compile(
    r"(?<!physically )(?<!medically )(?<!mentally )\bfit(?:ness)? to practi[cs]e"
)
_AFTER_FITNESS = len(" to practise")
LOOKED_BACK = 80
LINK = 6
"""Most characters between “helping” or “knowledge of” and its object: an ending, an article."""


def asked_of_people(
    rule_id: str,
    document: Document,
    named: re.Pattern[str],
    innocent: re.Pattern[str] | None = None,
    places: Iterable[Span] = (),
) -> Iterator[Span]:
    """Yield the places where a text makes a demand that a rule is about, once a sentence.

    That is what `named` matches, what stands at `places`, and what the lists of
    protected_words.toml make. Ignored are equality statements, a regulator's "fitness to practise",
    work done for others, what describes the work or the employer without a demand, what the text
    says is not required, quotations, and sentences that `innocent` matches.
    """
    last = -1
    own = (*places, *(Span(*match.span()) for match in named.finditer(document.folded)))
    begun = ((place, place.start) for place in own)
    for place, named_at in sorted([*begun, *demands(rule_id, document)]):
        if place.start < last or document.is_quoted(place):
            continue
        around = document.around(place)
        if (
            _STATEMENT.search(around)
            or (innocent and innocent.search(around) and not _NOT_TO_APPLY.search(around))
            or _FIGURATIVE.match(document.folded, named_at, place.end + LOOKED_BACK)
            or _REGULATORS_TERM.search(document.folded, place.start, place.end + _AFTER_FITNESS)
            or (document.describes(place) and not _DEMAND.search(around))
            or (document.is_standard(place) and not _OF_APPLICANTS.search(around))
            or _is_in_a_name(document, place)
            or is_for_others(document, place)
            or is_for_others(document, Span(named_at, place.end))
            or (document.is_denied(place) and not _SHUTS_OUT.search(document.folded, *place))
        ):
            continue
        sentence = document.sentence_at(place.start)
        last = sentence.end if sentence else place.end
        words = Span(named_at, place.end)
        yield place if document.is_denied(words) else words


def _is_in_a_name(document: Document, place: Span) -> bool:
    """Whether a place is part of an employer's name, such as "Fear Not Children's Hospice"."""
    start = max(0, place.start - LOOKED_BACK)
    names = _EMPLOYERS_NAME.finditer(document.text, start, place.end + LOOKED_BACK)
    return any(name.start() <= place.start and place.end <= name.end() for name in names)


def is_for_others(document: Document, place: Span) -> bool:
    """Whether a place names people the work is done for, not the person who does it."""
    sentence = document.sentence_at(place.start)
    start = max(sentence.start if sentence else place.start, place.start - LOOKED_BACK)
    before = document.folded[start : place.start]
    ends = [match.end() for match in _DUTY_TO_OTHERS.finditer(before)]
    return bool(ends) and (bool(_OTHERS.search(before)) or len(before) - ends[-1] <= LINK)


def unlawful(
    rule_id: str,
    document: Document,
    named: re.Pattern[str],
    innocent: re.Pattern[str] | None = None,
    places: Iterable[Span] = (),
) -> Iterator[Finding]:
    """Yield a finding for each place of `asked_of_people`, with the law of the text's nation."""
    for place in asked_of_people(rule_id, document, named, innocent, places):
        yield under_law(rule_id, document, place)


def under_law(rule_id: str, document: Document, place: Span, about: str = "") -> Finding:
    """Return a finding that names the law: that of Northern Ireland if the text is from there.

    `about`: a subject with its own law within the rule, "" for the rest. Raises KeyError for a rule
    without a law.
    """
    laws = rule(rule_id).laws
    nation = NORTHERN_IRELAND if nation_of(document) == NORTHERN_IRELAND else "GB"
    law = laws["_".join(filter(None, (nation, about)))]
    read = _READ if law == rule(rule_id).source else _READ_ABOUT[about or nation]
    finding = found(rule_id, document, place, variant=about, law=law)
    return replace(finding, source=f"{law} ({read})")
