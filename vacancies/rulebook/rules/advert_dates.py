"""The dates of an advert."""

import re
from collections.abc import Iterator

from kls_portal.in_words import DAYS
from vacancies.rulebook.closing import closing_date, day_off, opening_date, too_short
from vacancies.rulebook.dates import DATE, MONTHS, WrittenDate, dates_in
from vacancies.rulebook.document import Document
from vacancies.rulebook.figures import nation_of
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.registry import reports_missing, text_rule
from vacancies.rulebook.rulebook import found


@reports_missing("D4")
def names_closing_date(document: Document) -> bool:
    """D4: no closing date.

    Report once if no closing date is given. Source: recruitment and retention guide for KLS
    managers. A date must follow the words: "closing the library" and "closing date to be confirmed"
    do not count.
    """
    return closing_date(document) is not None


ANY_LEAP_YEAR = 2024
LONGEST_MONTH = 31
MOST_DAYS_OF_ONE_ROUND = 90
"""Days between dates that belong to one advert; an interview longer before is another's."""


@text_rule("D5")
def short_time_to_apply(document: Document) -> Iterator[Finding]:
    """D5: too little time to apply, especially in summer and over the festive season.

    Report once if the days between the two dates are fewer than they should be. Source: recruitment
    and retention guide for KLS managers; the numbers of days are our own suggestions. Only a text
    with both dates is checked.
    """
    opens, closes = opening_date(document), closing_date(document)
    if opens is None or closes is None:
        return
    year = opens.year or closes.year or ANY_LEAP_YEAR
    first, last = opens.on(year), closes.on(year)
    if first and last and last < first and closes.year is None:
        last = closes.on(year + 1)
    if not (first and last and first <= last):
        return
    if (short := too_short(first, last)) is not None:
        yield found("D5", document, **short)


_INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed|ing)?|assessment (?:day|centre)|selection (?:day|event)|(?:meet"
    r"|see) (?:the |our )?(?:shortlisted|candidates|applicants|people|everyone))\b(?:[^.\n]"
    rf"|\.(?=\d)|\n(?=.{{0,16}}\d|\n.{{0,12}}\d)){{0,80}}?\b{DATE}"
    rf"|{DATE}[^.\n]{{0,30}}\binterviews?\b"
)


@reports_missing("D6")
def names_interview_date(document: Document) -> bool:
    """D6: no interview date.

    Report once if no date follows the word interview. Source: recruitment and retention guide for
    KLS managers.
    """
    return document.has(_INTERVIEW)


_CONTRACT_ENDS = re.compile(
    r"\b(?:contract|post|funding|fixed[ -]term)\b[^.\n]{0,40}"
    rf"\b(?:ends?|until|till|to)(?: on)? {DATE}"
)
NATION_OF_OTHERS = "ENG"


@text_rule("D24")
def days_not_worked(document: Document) -> Iterator[Finding]:
    """D24: the advert closes on a bank holiday or at a weekend.

    Report the closing date. Source: house rule. The holidays are those of the nation that the text
    names, or else of England; a year that is left out is the nearest.
    """
    yield from _not_worked("D24", document, closing_date(document), date="closing date")


@text_rule("D23")
def interviews_not_worked(document: Document) -> Iterator[Finding]:
    """D23: the interviews are on a bank holiday or at a weekend.

    Report the first date of the interviews, as for D24. Source: house rule.
    """
    match = _INTERVIEW.search(document.folded)
    first = next(dates_in(document.folded, *match.span()), None) if match else None
    yield from _not_worked("D23", document, first)


def _not_worked(
    rule_id: str, document: Document, written: WrittenDate | None, **values: str
) -> Iterator[Finding]:
    day = written.near(document.today) if written else None
    off = day_off(day, nation_of(document) or NATION_OF_OTHERS) if day else {}
    if written and off:
        yield found(rule_id, document, written.place, **values, **off)


_DAY = r"(mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_BEFORE = re.compile(rf"\b{_DAY}[.,]?(?: the)? {{1,3}}{DATE}")
_BEHIND = re.compile(rf"\b{DATE},? {{0,3}}[(,] ?{_DAY}")


@text_rule("D25")
def weekday_and_date(document: Document) -> Iterator[Finding]:
    """D25: a day of the week that does not match its date, or a date that cannot be meant.

    Report each such date, the first with its actual day of the week, a closing date before today
    (last time's advert, used again), interviews, or the end of the contract, before the closing
    date, and a contract that has ended. Source: house rule; seen in real adverts. A year that is
    left out is the nearest, but for the end of a contract.
    """
    closes = closing_date(document)
    last = closes.near(document.today) if closes else None
    if closes and last and last < document.today:
        yield found("D25", document, closes.place, variant="past")
    yield from _before_closing(document, _INTERVIEW, "order")
    yield from [*_before_closing(document, _CONTRACT_ENDS, "ended")] or _contracts_over(document)
    for written in dates_in(document.folded, 0, len(document.folded)):
        meant = written.day <= LONGEST_MONTH and 1 <= written.month <= len(MONTHS)
        if meant and written.on(ANY_LEAP_YEAR) is None:
            yield found("D25", document, written.place, variant="none")
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(document.folded):
            date = next(dates_in(document.folded, *match.span()), None)
            day = date.near(document.today) if date else None
            if day is None:
                continue
            said = next(name for name in DAYS if name.lower().startswith(match.group(1)[:3]))
            if said != DAYS[day.weekday()]:
                place = Span(*match.span())
                yield found("D25", document, place, said=said, day=DAYS[day.weekday()])


def _contracts_over(document: Document) -> Iterator[Finding]:
    """Yield the last days of contracts, with a year, that are before today."""
    for match in _CONTRACT_ENDS.finditer(document.folded):
        last = next(dates_in(document.folded, *match.span()), None)
        day = last.whole if last else None
        if last and day and day < document.today:
            yield found("D25", document, last.place, variant="over")


def _before_closing(document: Document, words: re.Pattern[str], variant: str) -> Iterator[Finding]:
    """Yield the first date beside `words` that is up to a round before the closing date."""
    closes = closing_date(document)
    for match in words.finditer(document.folded) if closes else ():
        named = next(dates_in(document.folded, *match.span()), None)
        if named is None or closes is None:
            continue
        year = named.year or closes.year or ANY_LEAP_YEAR
        first, last = named.on(year), closes.on(year)
        if first and last and 0 < (last - first).days <= MOST_DAYS_OF_ONE_ROUND:
            yield found("D25", document, named.place, variant=variant)
            return
