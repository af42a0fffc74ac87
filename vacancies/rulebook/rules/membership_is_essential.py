"""A3: membership of CILIP or another body, or chartership, is essential.

Source: recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, 1.0).
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.requirements import offers_a_route
from vacancies.rulebook.rulebook import found

RULE = "A3"

_BODY = (
    r"(?:cilip|professional|chartered|recognised|relevant|appropriate|institute|society"
    r"|association)"
)
_MEMBERSHIP = re.compile(
    rf"\b(?:[amf]clip|charter(?:ship|ed (?:member|librarian|status|information|professional))"
    r"|chartered (?=with|by|through)|professional registration|registration with (?:an? "
    r"|the )?(?:cilip|professional|relevant)|registered with cilip"
    rf"|member(?:ship)? of (?:the |an? )?(?:[\w-]{{1,20}} ){{0,2}}{_BODY}\w{{0,3}}"
    r"|(?:cilip|professional(?: body)?) (?:member(?:ship)?|charter\w{0,6}|registration)"
    r"|registered (?:member|with (?:an? |the )?(?:professional|relevant|appropriate))\w{0,3})\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report the membership each essential criterion asks for, unless it may be gained in post."""
    for item in document.essential:
        match = _MEMBERSHIP.search(document.folded, item.start, item.end)
        if match is None or offers_a_route(document, item.span):
            continue
        place = Span(*match.span())
        if not document.is_denied(place):
            yield found(RULE, document, place)
