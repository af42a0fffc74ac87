"""A13: asks for experience of the NHS or of libraries as essential.

Source: recruitment and retention guide for KLS managers, which wants people from other sectors.
"""

import re
from collections.abc import Iterator

from vacancies.checks.document import Document
from vacancies.checks.finding import Finding, Span
from vacancies.checks.patterns import phrases
from vacancies.checks.requirements import offers_a_route
from vacancies.checks.rulebook import found
from vacancies.checks.words import listed

RULE = "A13"

_SECTOR = phrases(listed("sector_experience"))
_OTHER_SECTOR = re.compile(
    r"\bor (?!(?:an? |other |the |in an? )?(?:health|healthcare|nhs|information|library|libraries"
    r"|knowledge|medical|hospital)\b)(?:[\w'-]{1,20}[ ,/]{1,2}){0,5}(?:sectors?|settings?"
    r"|services?|office|customer"
    r"|similar|equivalent"
    r"|other|another|elsewhere|environments?|roles?|work|organisations?|retail|public|shop)\b"
    r"|\bequivalent\b"
    r"|\bany sector\b|\bnot necessarily\b"
)
_TOOL = re.compile(r"[ -](?:management )?(?:systems?|software|catalogu|database|jobs\b|skills)")


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
