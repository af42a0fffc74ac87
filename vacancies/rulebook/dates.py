"""Dates as adverts write them: "10 July 2026", "Friday 3rd of July", "3 Jul '26", "4/12"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from vacancies.rulebook.finding import START, Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""Regular expression source for the name of a month."""

_YEAR = r"(?:\d{4}|'?[23]\d)\b(?![:.]\d| ?(?:[ap]m|h(?:ou)?rs)\b)"
DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{{1,2}}{MONTH}\b(?:[.,]{{0,2}}[ -]{{1,2}}{_YEAR})?"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?!:\d| ?%)(?:,? \d{{4}}\b)?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}"
    r"|(?<![\w£/.-])(?!24/7)(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\b(?![/%-]|\.\d| ?(?:an? )?"
    r"(?:hours?|hrs?|days?|weeks?|months?|terms?|years?|price|time|pay|wte|fte|of|people|staff)\b))"
)
"""Regular expression source for a date in a folded text, for use in larger patterns."""

_DATE = re.compile(DATE)
_NUMBERS = re.compile(r"\d{1,4}")
_NAME = re.compile(MONTH)


@dataclass(frozen=True)
class WrittenDate:
    """A date as written. year: None if it is left out. place: its position in the text."""

    day: int
    month: int
    year: int | None
    place: Span = field(default=START, compare=False)

    @property
    def whole(self) -> date | None:
        """The date, if its year is written and there is such a day."""
        return self.on(self.year) if self.year else None

    def on(self, year: int) -> date | None:
        """Return the date in its own year, or else in `year`; None if there is no such date."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None

    def near(self, day: date) -> date | None:
        """Return the date in its own year, or else in the year that brings it nearest to `day`.

        None if there is no such date, or if its year is left out and `day` is date.min (not known).
        """
        if self.year or day == date.min:
            return self.whole
        dates = filter(None, map(self.on, range(day.year - 1, day.year + 2)))
        return min(dates, key=lambda one: abs(one - day), default=None)


def dates_in(folded: str, start: int, end: int) -> Iterator[WrittenDate]:
    """Yield the dates in a stretch of folded text, in order of place."""
    for match in _DATE.finditer(folded, start, end):
        yield replace(_date_from_words(match.group()), place=Span(*match.span()))


def _date_from_words(words: str) -> WrittenDate:
    numbers = [int(digits) for digits in _NUMBERS.findall(words)]
    name = _NAME.search(words)
    if name:
        year = _whole_year(numbers[1]) if len(numbers) > 1 else None
        return WrittenDate(numbers[0], MONTHS.index(name.group()[:3]) + 1, year)
    first, month, *last = numbers
    if first > 31:
        return WrittenDate(last[0], month, first)
    return WrittenDate(first, month, _whole_year(last[0]) if last else None)


def _whole_year(year: int) -> int:
    return year if year > 99 else 2000 + year
