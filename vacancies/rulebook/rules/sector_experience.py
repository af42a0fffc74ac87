"""A13: asks for experience of the NHS or of libraries as essential.

Source: recruitment and retention guide for KLS managers, which wants people from other sectors.
Experience of a library system, or of readers, is none of the sector.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.requirements import offers_a_route
from vacancies.rulebook.rulebook import found

RULE = "A13"

_LINK = (
    r"(?:of|in|with|within|at|for|gained|working|work|employment|an?|the|our|previous|recent"
    r"|relevant|some|busy|large|acute|specialist|similar|professional|other|nhs|health|healthcare"
    r"|care|hospital|medical|clinical|academic|public|special|research|university|or|and)"
)
_SECTOR = re.compile(
    rf"\b(?:experienced?|background|worked|previously employed) (?:{_LINK}[ -]){{1,9}}?"
    r"(?:nhs(?! (?:jobs|mail))|librar(?:y|ies|ianship)|health (?:sector|service|care)|healthcare"
    r"|health (?:library|libraries))\b"
    rf"|\b(?:(?:previous|prior|recent|some) )?(?:nhs|librar(?:y|ies)|health sector"
    rf"|healthcare)(?:[ -]{_LINK}){{0,2}}[ -]experience\b"
)
_OTHER_SECTOR = re.compile(
    r"\bor (?!(?:an? |other |the |in an? )?(?:health|healthcare|nhs|information|library|libraries"
    r"|knowledge|medical|hospital)\b)(?:[\w'-]{1,20}[ ,/]{1,2}){0,5}(?:sectors?|settings?"
    r"|services?|office|customer"
    r"|similar|equivalent"
    r"|other|another|elsewhere|environments?|roles?|work|organisations?|retail|public|shop)\b"
    r"|\bequivalent\b"
    r"|\bany sector\b|\bnot necessarily\b"
)
_TOOL = re.compile(
    r"[ -](?:management )?(?:systems?|software|catalogu|database|jobs\b|skills|users|readers"
    r"|customers|staff)"
)


def check(document: Document) -> Iterator[Finding]:
    """Report the sector each essential criterion asks experience of, unless others will do."""
    for item in document.essential:
        place = next(document.found(_SECTOR, item.span), None)
        if place is None or _TOOL.match(document.folded, place.end):
            continue
        open_to_others = _OTHER_SECTOR.search(document.folded, item.start, item.end)
        if not (open_to_others or document.is_denied(place) or _route(document, item.span)):
            yield found(RULE, document, place)


def _route(document: Document, item: Span) -> bool:
    return offers_a_route(document, item)
