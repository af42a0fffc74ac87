"""When an advert opens and closes, as its own words say it."""

import re
from dataclasses import replace
from datetime import date, timedelta

from vacancies.rulebook.dates import DATE, MONTH, WrittenDate, dates_in
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.rulebook import number

_CLOSES = re.compile(
    rf"(?:\b(?:closing date|deadline|last (?:day|date) (?:to apply|for applications?)"
    rf"|apply (?:by|before|until|no later than|online by|online before)"
    rf"|(?:send|submit|return|complete|hand in|e-?mail|get|put in|let us have|we need|want)"
    rf" (?:us )?(?:your |the |an? |all )?(?:[a-z]{{1,15}} ){{0,9}}(?:by|before|no later than)"
    rf"|applications? (?:must |should |will |to |need to |can |are |is )?(?:closes?|reach"
    rf"|due|welcome until|open until|accepted until|by|until|be (?:in|received"
    rf"|submitted|sent|made))"
    rf"|(?:advert|vacancy|job|post|applications?|window) (?:will )?(?:closes?|ends?)"
    rf"|open until|you have until|closing|closes (?:at|on))\b"
    rf"(?! the\b)(?:[ :]{{0,3}}\n[\n \t•●▪*o-]{{0,8}}(?:\w{{3,10}} )?|(?:[^.\n]|\.(?=\d)){{0,60}}?)"
    rf"|^closes?:? {{0,3}}){DATE}",
    re.MULTILINE,
)
_LIBRARY = re.compile(r"\b(?:library|desk|building|reading room|service|office|we) $")
_OPENS = re.compile(
    rf"\b(?:(?:advert(?:ised)?|vacancy|post|job) (?:is )?(?:opens?|opened|from|on|date|live)"
    rf"|(?:went|goes|going|is) live|live (?:from|on)|date of (?:the )?advert|first advertised"
    rf"|opening date|open(?:s|ed|ing)?:?(?= \d| \w{3, 9}day)|open(?:s|ed|ing)? (?:on|from"
    rf"|date|for applications)"
    rf"|date (?:posted|advertised|published)|posted(?: on)?|published(?: on)?|applications? opens?"
    rf"|open from)\b[^.\n\r]{{0,30}}?{DATE}"
)
_FROM_TO = re.compile(
    rf"\b(?:apply|applications?|open|live|advert|advertised|vacancy|window)\b[^.\n]{{0,25}}?"
    rf"\b(?:from|between|open|live)\b (?:\w{{3,9}}day )?(\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?: ({MONTH}))?(?: \d{{4}})? ?(?:to|until|till|and|-) (?:\w{{3,9}}day )?"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? ({MONTH})\b(?:,? \d{{4}}\b)?"
)
"""An advert that is open "from 3 to 14 August 2026"."""


def closing_date(document: Document) -> WrittenDate | None:
    """Return the closing date the text names, or None; closing a library is no closing date."""
    if both := _FROM_TO.search(document.folded):
        return list(dates_in(document.folded, both.start(), both.end()))[-1]
    for match in _CLOSES.finditer(document.folded):
        before = document.folded[max(0, match.start() - 20) : match.start()]
        if not _LIBRARY.search(before):
            return list(dates_in(document.folded, match.start(), match.end()))[-1]
    return None


def opening_date(document: Document) -> WrittenDate | None:
    """Return the date from which the advert says it can be answered, or None."""
    match = _OPENS.search(document.folded)
    if match:
        return list(dates_in(document.folded, match.start(), match.end()))[-1]
    both = _FROM_TO.search(document.folded)
    if both is None:
        return None
    month = both.group(2) or both.group(3)
    first = next(dates_in(f"{both.group(1)} {month}", 0, 30), None)
    return first and replace(first, place=Span(*both.span()))


RULE = "D5"
DAYS_IN_A_YEAR = 366
"""So many days hold every one of the year: no more need to be looked at."""


def least_days() -> int:
    """Return the days that people have to apply, at any time of the year."""
    return number(RULE, "min_days")


def days_needed(opens: date, closes: date) -> int:
    """Return the days needed: more where the advert is open in summer or the festive season."""
    return number(RULE, "holiday_min_days") if touches_holidays(opens, closes) else least_days()


def touches_holidays(first: date, last: date) -> bool:
    """Whether a day from `first` to `last` lies in July, August or 15 December to 5 January."""
    number = min((last - first).days, DAYS_IN_A_YEAR)
    days = (first + timedelta(days=count) for count in range(number + 1))
    return any(
        day.month in (7, 8)
        or (day.month == 12 and day.day >= 15)
        or (day.month == 1 and day.day <= 5)
        for day in days
    )
