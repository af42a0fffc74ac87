"""When an advert opens and closes, as stated in its text."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kls_portal.calendar.working_days import WorkingDays, why_not_worked
from kls_portal.in_words import plain_date
from vacancies.rulebook.dates import DATE, MONTH, WrittenDate, dates_in
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.rulebook import number, per_document

_SENT = (
    r"(?:applications?|(?:application |completed )?forms?|letters?|cvs?|expressions? of interest)"
)
_CLOSES = re.compile(
    r"(?:\b(?:clos(?:ing|e) date|deadline|expiry date|(?:dyddiad )?cau|(?:last|final|end) (?:day"
    r"|date)"
    r" (?:to apply|(?:for|of) (?:the )?(?:receipt|appl\w{1,8}|return\w{0,3}|submi\w{1,6}))"
    r"|apply (?:by|before|until|no later than|online by|online before)|(?:send|submit|return"
    r"|complete"
    r"|hand in|e-?mail|get|put in|let us have|we need|want) (?:us )?(?:your |the |an? "
    rf"|all )?(?:[a-z]{{1,15}} ){{0,9}}(?:by|before|no later than)"
    rf"|{_SENT} (?:[a-z]{{1,15}} ){{0,6}}?"
    r"(?:closes?|due|by|before|until|till|up to|after|reach|must be (?:in|with us)|be (?:in"
    r"|received"
    r"|submitted|sent|made))|(?:advert\w{0,7}|vacancy|job|post|posting|recruitment|window) "
    r"(?:(?:will|is|be|live|runs?|open|advertised) ){0,3}(?:closes?|ends?|end date|end|until|to)"
    r"|close the (?:advert|vacancy|post)|open until|you have until|closing|closes(?: at| on|:)?"
    r")\b(?! the\b)(?:[ :]{0,3}\n[\n \t•●▪*o-]{0,8}(?:\w{3,10} )?|(?:[^.\n]"
    r"|\.(?=\d)|(?<=mon|tue|wed|thu|fri|sat|sun|ues|urs|eds)\.){0,60}?)|^closes?:?[ \n]{0,3})"
    rf"{DATE}|{DATE} (?:is (?:the|our) )?\(?closing date\b",
    re.MULTILINE,
)
_LIBRARY = re.compile(r"\b(?:library|desk|building|reading room|service|office|we) $")
_OPENS = re.compile(
    r"\b(?:(?:advert(?:ised)?|vacancy|post|job) (?:is )?(?:opens?|opened|from|on|date|live)"
    r"|(?:went|goes|going|is) live|live (?:from|on)|date of (?:the )?advert|first advertised"
    rf"|opening date|open(?:s|ed|ing)?:?(?= \d| \w{3, 9}day)|open(?:s|ed|ing)? (?:on|from|date"
    r"|for applications)|date (?:posted|advertised|published)|posted(?: on)?|published(?: on)?"
    rf"|applications? opens?|open from)\b[^.\n\r]{{0,30}}?{DATE}"
)
_FROM_TO = re.compile(
    r"\b(?:apply|applications?|open|live|advert|advertised|vacancy"
    rf"|window)\b[^.\n]{{0,25}}?\b(?:from|between|open|live)\b (?:\w{{3,9}}day )?(\d{{1,2}})(?:st"
    rf"|nd|rd|th)?(?: ({MONTH}))?(?: \d{{4}})? ?(?:to|until|till|and"
    rf"|-) (?:\w{{3,9}}day )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? ({MONTH})\b(?:,? \d{{4}}\b)?"
)
"""A period in which an advert is open, such as "from 3 to 14 August 2026"."""


@per_document
def closing_date(document: Document) -> WrittenDate | None:
    """Return the closing date the text names, or None; "closing the library" does not count."""
    if both := _FROM_TO.search(document.folded):
        return list(dates_in(document.folded, both.start(), both.end()))[-1]
    for match in _CLOSES.finditer(document.folded):
        before = document.folded[max(0, match.start() - 20) : match.start()]
        if not _LIBRARY.search(before):
            return list(dates_in(document.folded, match.start(), match.end()))[-1]
    return None


def opening_date(document: Document) -> WrittenDate | None:
    """Return the date from which the advert accepts applications, or None."""
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
"""A period of this length covers every day of the year, so longer ones need no further checking."""


def least_days() -> int:
    """Return the minimum number of days to apply, at any time of the year."""
    return number(RULE, "min_days")


def days_needed(opens: date, closes: date) -> int:
    """Return the days needed to apply: more for an advert open in summer or the festive season."""
    return number(RULE, "holiday_min_days") if touches_holidays(opens, closes) else least_days()


def too_short(opens: date, closes: date) -> dict[str, Any] | None:
    """Return how rule D5 says that the days to apply are too few; None if they are enough."""
    days = (closes - opens).days
    if days < least_days():
        return {"variant": "short", "n": days, "days": least_days()}
    return {} if days < days_needed(opens, closes) else None


def day_off(day: date, nation: str) -> dict[str, Any]:
    """Return what rules D23 and D24 say of a day that is not worked; {} for a working day."""
    why_not = why_not_worked(day, nation)
    free = plain_date(WorkingDays(nation).next_working_day(day)) if why_not else ""
    return {"day": plain_date(day), "why_not": why_not, "next": free} if why_not else {}


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
