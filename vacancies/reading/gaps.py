"""Gaps of a template that nobody filled in: “Choose an item.”, “[insert name]”, “XX hours”."""

import re

from vacancies.reading.words import pattern

_NAMES = (
    r"(?:name|title|date|number|department|directorate|division|location|site|salary|band|grade"
    r"|hours|manager|address|email|telephone|reference|ref|organisation|employer|trust|team"
    r"|service|base)"
)
_TO_FILL = (
    r"(?:please )?(?:insert|enter|add|state|specify|delete|select|choose|complete|type|input"
    r"|describe|include|names? of|number of|title of|date of|details?|tbc|tba"
    r"|to be (?:confirmed|completed|added|agreed))"
)
GAP = re.compile(
    r"(?<!\w)(?:click (?:or tap )?(?:here )?to (?:enter|add|insert)"
    r"(?: (?:a )?(?:text|date|number))?\b"
    r"|choose an item\b|enter (?:text|date|name|details) here\b|lorem ipsum\b"
    rf"|insert (?:[\w/'’-]{{1,15}} ){{0,5}}{_NAMES}(?: here)?(?=[.,;\n\t\]>)]|$)"
    r"|insert (?:[\w/'’-]{1,15} ){0,5}here\b"
    rf"|[\[<{{]{{1,2}} ?{_TO_FILL}\b[^\]>}}\n]{{0,80}}[\]>}}]{{1,2}}"
    r"|[\[<{]{1,2} ?(?:(?!the\b|our\b|this\b)[\w'’/-]{1,15}[ _]){0,3}"
    rf"{_NAMES} ?[\]>}}]{{1,2}}"
    rf"|[\"“](?:{_NAMES} of|(?:insert|your)) {_NAMES}[\"”]"
    r"|\(?\*? ?(?:please )?delete(?:/insert)? (?:as|where|if) (?:appropriate|applicable|necessary"
    r"|required|needed)\)?"
    r"|(?<!\.)£?(?:\d{0,2}x{2,6})(?:[,.:/–-]x{2,4}){0,3}(?![\w])"
    r"|(?<!\.)band x\b|(?<!\.)x (?:hours|wte)\b)",
    re.IGNORECASE,
)
TO_COME = pattern("gaps.to_come")
"""The whole of a text that says its words are to come: “TBC”."""


def is_gap(text: str) -> bool:
    """Whether a text holds nothing but a gap of a template, or says that its words are to come."""
    gap = GAP.match(text)
    whole = gap is not None and not any(map(str.isalnum, text[gap.end() :]))
    return whole or TO_COME.fullmatch(text) is not None
