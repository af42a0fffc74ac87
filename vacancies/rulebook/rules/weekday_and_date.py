"""D25: a day of the week that is not that of its date.

Source: house rule; seen in a real advert. Only a date with its year is judged.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.dates import DATE, dates_in
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.rulebook import found

RULE = "D25"

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_BEFORE = re.compile(rf"\b{_DAY}[.,]?(?: the)? {{1,3}}{DATE}")
_BEHIND = re.compile(rf"\b{DATE},? {{0,3}}[(,] ?{_DAY}")


def check(document: Document) -> Iterator[Finding]:
    """Report each such date with the day of the week that it has."""
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(document.flowing):
            date = next(dates_in(document.flowing, *match.span()), None)
            day = date.on(date.year) if date and date.year else None
            if day is None:
                continue
            said = next(name for name in DAYS if name.lower().startswith(match.group(1)[:3]))
            if said != DAYS[day.weekday()]:
                place = Span(*match.span())
                yield found(RULE, document, place, said=said, day=DAYS[day.weekday()])
