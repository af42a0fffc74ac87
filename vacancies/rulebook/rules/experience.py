"""Qualifications, memberships and experience that are asked for."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.qualifications import has_other_way, qualification_places
from vacancies.rulebook.registry import text_rule
from vacancies.rulebook.requirements import asked_for, offers_a_route
from vacancies.rulebook.rulebook import found, per_document


@text_rule("A1")
def degree_is_essential(document: Document) -> Iterator[Finding]:
    """A1: a degree or library qualification is essential, and no other route is offered.

    Report the first qualification of each essential item that offers no alternative. Source:
    recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, section 1.0);
    Fair Museum Jobs manifesto, 2021. An item with "or equivalent experience" passes.
    """
    for place, item in qualification_places(document):
        if not has_other_way(document, item):
            yield found("A1", document, place)


@text_rule("A2")
def equivalent_experience_missing(document: Document) -> Iterator[Finding]:
    """A2: a qualification without "or equivalent experience" beside it.

    Report each essential qualification whose own item does not offer another route. Source:
    recruitment and retention guide for KLS managers; Fair Museum Jobs manifesto. The places are
    those of A1, which absorbs this rule where both are on.
    """
    for place, item in qualification_places(document):
        if not has_other_way(document, item):
            yield found("A2", document, place)


_BODY = (
    r"(?:cilip|professional|chartered|recognised|relevant|appropriate|institute|society"
    r"|association)"
)
_MEMBERSHIP = re.compile(
    r"\b(?:[amf]clip|charter(?:ship|ed (?:member|librarian|status|information|professional))"
    r"|chartered (?=with|by|through)|professional registration|registration with (?:an? "
    r"|the )?(?:cilip|professional|relevant)|registered with cilip|member(?:ship)? of (?:the "
    rf"|an? )?(?:[\w-]{{1,20}} ){{0,2}}{_BODY}\w{{0,3}}"
    r"|(?:cilip|professional(?: body)?) (?:member(?:ship)?|charter\w{0,6}|registration)"
    r"|registered (?:member|with (?:an? |the )?(?:professional|relevant|appropriate))\w{0,3})\b"
)


@text_rule("A3")
def membership_is_essential(document: Document) -> Iterator[Finding]:
    """A3: membership of CILIP or another body, or chartership, is essential.

    Report the membership each essential criterion asks for, unless it may be gained in post or the
    same knowledge in another way is enough.
    Source: recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, 1.0).
    """
    for item in document.essential:
        match = _MEMBERSHIP.search(document.folded, item.start, item.end)
        if (
            match is None
            or offers_a_route(document, item.span)
            or has_other_way(document, item.span)
        ):
            continue
        place = Span(*match.span())
        if not document.is_denied(place):
            yield found("A3", document, place)


_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|several|many"
    r"|couple of)"
)
_YEARS = re.compile(
    rf"\b{_NUMBER}(?: ?\+| or more| plus)?(?: ?(?:-|to|or) ?{_NUMBER})?\s{{1,3}}(?:full )?(?:years?"
    r"|yrs?|months)\b'?"
    r"|\ba year(?='?s? (?:of )?(?:[\w-]{1,15} )?experience\b)"
)
_EXPERIENCE_BEHIND = re.compile(
    r"'?s? ?,? ?(?:of |in |as |with |working |post-qualification |post qualification |paid "
    r"|relevant |recent |proven |previous |direct |an? |the "
    r"|or more ){0,4}(?:[\w-]{1,20} ){0,4}(?:experience|practice|service|librar(?:y|ies|ian)"
    r"|employment|working|work|in (?:post|role)|role)\b"
)
_EXPERIENCE_BEFORE = re.compile(
    r"\b(?:experience|worked|working|post-qualification|qualified)\b[^.;:!?]{0,40}$"
)
_AT_LEAST = re.compile(r"\b(?:at least|minimum(?: of)?|more than|over|not less than)\s{1,3}$")
_AT_A_JOB = re.compile(
    r"'?s? ?(?:or more |spent |paid |full-time |part-time |recent )?(?:in|with|as|at|doing|running"
    r"|managing|helping|teaching|on) (?:an? |the |your |our )?(?!total|all|length|this|post)\w"
)
_OTHER_TIME = re.compile(
    r"\b(?:last|past|every|within|next|previous|first|contract of|(?:fixed|fixed-) ?term (?:of"
    r"|for)?|established|aged?|over the)\s{0,3}(?:the |an? |the last |the past |the next )?$"
)
_FOR = re.compile(r"\bfor (?:up to )?$")
_OTHER_BEHIND = re.compile(
    r"'?s? (?:fixed|contract|post(?!-)|secondment|ago|old|of age|funding|plan|strategy)\b"
)


@text_rule("A4")
def number_of_years(document: Document) -> Iterator[Finding]:
    """A4: asks for a number of years.

    Report each number of years of experience asked for, essential or desirable. Source: NHS
    Providers. Years of a contract, of a plan or since an event are not years of experience.
    """
    for place in document.found(_YEARS):
        if not document.is_denied(place) and _is_experience(document.folded, place, document):
            yield found("A4", document, place)


def _is_experience(folded: str, place: Span, document: Document) -> bool:
    sentence = document.sentence_at(place.start)
    start = max(sentence.start if sentence else place.start, place.start - 60)
    end = min(sentence.end if sentence else place.end, place.end + 90)
    if _OTHER_TIME.search(folded, start, place.start) or _OTHER_BEHIND.match(
        folded, place.end, end
    ):
        return False
    if _EXPERIENCE_BEFORE.search(folded, start, place.start):
        return True
    if _FOR.search(folded, start, place.start):
        return False
    if _EXPERIENCE_BEHIND.match(folded, place.end, end):
        return True
    return _is_asked_for(document, place) and bool(
        _AT_LEAST.search(folded, start, place.start) or _AT_A_JOB.match(folded, place.end, end)
    )


def _is_asked_for(document: Document, place: Span) -> bool:
    asked = _demands(document)
    before = bisect_right(asked, place.start, key=lambda span: span.start) - 1
    return before >= 0 and place.start < asked[before].end


@per_document
def _demands(document: Document) -> tuple[Span, ...]:
    return tuple(sorted({item.span for item in document.criteria} | set(asked_for(document))))


_LINK = (
    r"(?:of|in|with|within|at|for|gained|working|work|employment|an?|the|our|previous|recent"
    r"|relevant|some|busy|large|acute|specialist|similar|professional|other|nhs|health|healthcare"
    r"|care|hospital|medical|clinical|academic|public|special|research|university|or|and)"
)
_SECTOR = re.compile(
    rf"\b(?:experienced?|background|worked|previously employed) (?:{_LINK}[ -]){{1,9}}?(?:nhs(?!"
    r" (?:jobs|mail))|librar(?:y|ies|ianship)|health (?:sector|service|care)|healthcare"
    r"|health (?:library|libraries))\b|\b(?:(?:previous|prior|recent|some) )?(?:nhs|librar(?:y"
    rf"|ies)|health sector|healthcare)(?:[ -]{_LINK}){{0,2}}[ -]experience\b"
)
_OTHER_SECTOR = re.compile(
    r"\bor (?!(?:an? |other |the |in an? )?(?:health|healthcare|nhs|information|library|libraries"
    r"|knowledge|medical|hospital)\b)(?:[\w'-]{1,20}[ ,/]{1,2}){0,5}(?:sectors?|settings?|services?"
    r"|office|customer|similar|equivalent|other|another|elsewhere|environments?|roles?|work"
    r"|organisations?|retail|public|shop)\b|\bequivalent\b|\bany sector\b|\bnot necessarily\b"
)
_TOOL = re.compile(
    r"[ -](?:management )?(?:systems?|software|catalogu|database|jobs\b|skills|users|readers"
    r"|customers|staff)"
)


@text_rule("A13")
def sector_experience(document: Document) -> Iterator[Finding]:
    """A13: experience of the NHS or of libraries is essential.

    Report the sector of which each essential criterion asks for experience, unless others count
    too. Source: recruitment and retention guide for KLS managers, which wants people from other
    sectors. Experience of a library system, or of readers, is not experience of the sector.
    """
    for item in document.essential:
        place = next(document.found(_SECTOR, item.span), None)
        if place is None or _TOOL.match(document.folded, place.end):
            continue
        open_to_others = _OTHER_SECTOR.search(document.folded, item.start, item.end)
        if not (open_to_others or document.is_denied(place) or _route(document, item.span)):
            yield found("A13", document, place)


def _route(document: Document, item: Span) -> bool:
    return offers_a_route(document, item)
