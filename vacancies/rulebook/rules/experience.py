"""Qualifications, memberships and experience that are asked for."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.qualifications import has_other_way, qualifications_alone
from vacancies.rulebook.registry import text_rule
from vacancies.rulebook.requirements import offers_a_route
from vacancies.rulebook.rulebook import found
from vacancies.rulebook.years import years_of_experience


@text_rule("A1")
def degree_is_essential(document: Document) -> Iterator[Finding]:
    """A1: a degree or library qualification is essential, and no other route is offered.

    Report the first qualification of each essential item that offers no alternative. Source:
    recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, section 1.0);
    Fair Museum Jobs manifesto, 2021. An item with "or equivalent experience" passes.
    """
    yield from (found("A1", document, place) for place in qualifications_alone(document))


@text_rule("A2")
def equivalent_experience_missing(document: Document) -> Iterator[Finding]:
    """A2: a qualification without "or equivalent experience" beside it.

    Report each essential qualification whose own item does not offer another route. Source:
    recruitment and retention guide for KLS managers; Fair Museum Jobs manifesto. The places are
    those of A1, which absorbs this rule where both are on.
    """
    yield from (found("A2", document, place) for place in qualifications_alone(document))


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
_SHOWN_OTHERWISE = re.compile(r"\bor (?:other |similar )?evidence of\b|^ (?:network|group)")


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
            or _SHOWN_OTHERWISE.search(document.folded, match.end(), item.end)
        ):
            continue
        place = Span(*match.span())
        if not document.is_denied(place):
            yield found("A3", document, place)


@text_rule("A4")
def number_of_years(document: Document) -> Iterator[Finding]:
    """A4: asks for a number of years.

    Report each number of years of experience asked for, essential or desirable. Source: NHS
    Providers.
    """
    for place, _ in years_of_experience(document):
        yield found("A4", document, place)


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
        if not (open_to_others or document.is_denied(place) or offers_a_route(document, item.span)):
            yield found("A13", document, place)
