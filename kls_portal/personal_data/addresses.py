"""Postal addresses: postcodes, streets with a number, PO boxes. Pure.

Source of the postcode format and areas: general knowledge of the UK postcode, not looked up. In
capitals with a space any postcode counts, so that a made-up one does; otherwise its area must be
one of the 124.
"""

import re
from collections.abc import Iterator
from functools import cache

from kls_portal.personal_data.find import ANY_SPACES, SPACES, Find, lists, one_of, whole

# Not the second half of a postcode, but "1st", "2nd floor", "4th" or "2 hr".
_ORDINAL = r"(?!\d(?:st|nd|rd|th|hr|yr)\b)"
_STREETS = (
    "Street|Road|Lane|Avenue|Crescent|Terrace|Mews|Close|Drive|Way|Court|Square|Gardens|Grove|Place"
    "|Hill|Row|Walk|Rise|Parade|Broadway|Villas|Cottages|Buildings|Rd|Ln|Ave|Cres|Gdns"
)
# Counted things, which begin no street: "a 3 Year Road Map", "Band 6 …".
_COUNTED = r"(?!(?:Years?|Months?|Weeks?|Days?|Hours?|Minutes?|Miles?|Posts?|Bands?)\b)"
_NO_STREET = rf"(?!{SPACES}(?:[Mm]ap|[Ss]how|[Ss]afety|[Tt]riage|[Ff]orward)\b)"
_WORD = r"[A-Z][\w’'-]{0,40}\.?"
_LINE = rf"(?:{SPACES}|{ANY_SPACES}\n{ANY_SPACES})"
STREET = re.compile(
    r"(?<![\w£$€.,/-])(?<!Band )(?<!Grade )(?<!Level )\d{1,4}(?:[A-Za-z]|[ \t]?-[ \t]?\d{1,4})?,?"
    rf"{_LINE}{_COUNTED}{_WORD}(?:{_LINE}{_WORD}){{0,3}}{_LINE}(?:{_STREETS}|{_STREETS.upper()}"
    rf"|S[tT](?!{SPACES}[A-Z])|street|road|lane|avenue)\b{_NO_STREET}"
)
BOX = re.compile(rf"\bP\.?[ \t]?O\.?{SPACES}box{SPACES}\d{{1,6}}\b", re.I)


def addresses(text: str) -> Iterator[Find]:
    """Yield streets with a number, PO boxes and postcodes, each separately."""
    for pattern in (STREET, BOX, *_postcodes()):
        for match in pattern.finditer(text):
            yield whole("address", match)


@cache
def _postcodes() -> tuple[re.Pattern[str], ...]:
    areas = one_of(lists()["postcode_areas"])
    return (
        re.compile(
            rf"(?<![\w£-])(?:{areas})\d[\dA-HJ-Y]?\s{{0,3}}{_ORDINAL}\d[ABD-HJLNP-UW-Z]{{2}}(?![\w-"
            r"])",
            re.I,
        ),
        re.compile(
            r"(?<![\w£-])[A-Z]{1,2}\d[\dA-Z]?[ \u00a0](?!\d(?:ST|ND|RD|TH))\d[A-Z]{2}(?![\w-])"
        ),
    )
