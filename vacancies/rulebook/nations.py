"""Which nation a text belongs to: its law, its bank holidays and its full week differ."""

import re

from vacancies.rulebook.document import Document

_SIGNS = {
    "NIR": r"northern ireland|health and social care trust|hsc trust|hsc\b|belfast|\(ni\)|lisburn"
    r"|londonderry|derry|newry|craigavon|antrim|enniskillen|omagh",
    "SCT": r"scotland|scottish|nhs (?:ayrshire|borders|dumfries|fife|forth valley|grampian"
    r"|greater glasgow|highland|lanarkshire|lothian|orkney|shetland|tayside|western isles|golden"
    r" jubilee)|key result areas|edinburgh|glasgow|aberdeen|dundee|inverness",
    "WLS": r"wales|welsh|cymru|cardiff|swansea|bwrdd iechyd|university health board",
}
_NAMED = {
    nation: re.compile(rf"(?<!new south )\b(?:{signs})\b") for nation, signs in _SIGNS.items()
}
_LOOKED_AT = 4_000
"""Characters at the head of a text, where an employer says who it is."""


def nation_of(document: Document) -> str:
    """Return the nation of a text, a key of NATIONS: the one given, or the one its head names.

    "" where it names none, or more than one.
    """
    return document.nation or document.worked_out(_named)


def _named(document: Document) -> str:
    head = document.flowing[:_LOOKED_AT]
    named = [nation for nation, signs in _NAMED.items() if signs.search(head)]
    return named[0] if len(named) == 1 else ""
