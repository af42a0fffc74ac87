"""Amounts of pay in a text."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span

_AMOUNT = r"£ ?\d{1,3}(?:,\d{3}|\d{2,3})?(?:\.\d{1,2})?k?"
_PAY = re.compile(rf"{_AMOUNT}(?: ?(?:-|to|and) ?{_AMOUNT})?(?! ?(?:million|m\b|bn|billion))")
_LARGE_OR_HOURLY = re.compile(r"£ ?(?:\d{1,3},\d{3}|\d{5,6}|\d{2,3}k|\d{1,2}\.\d{2})")
_NO_PAY = re.compile(
    r"\b(?:budget|fund|grant|orders?|voucher|worth|costs?|fines?|saving|spend)\b[^.\n]{0,25}$"
)


_WHOLE_POUNDS = re.compile(r"\d{1,3},\d{3}|\d{5,6}")


def amounts_in(document: Document, place: Span) -> frozenset[int]:
    """Return the amounts from a thousand pounds up that are written at `place`."""
    written = _WHOLE_POUNDS.findall(document.folded, *place)
    return frozenset(int(amount.replace(",", "")) for amount in written)


def pay_places(document: Document) -> Iterator[Span]:
    """Return each amount of pay; a range such as "£25,000 to £28,000" is one."""
    for match in _PAY.finditer(document.folded):
        before = document.folded[max(0, match.start() - 40) : match.start()]
        if _LARGE_OR_HOURLY.match(match.group()) and not _NO_PAY.search(before):
            yield Span(*match.span())
