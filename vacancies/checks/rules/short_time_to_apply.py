"""D5: too little time to apply, above all in summer and around the turn of the year.

Source: recruitment and retention guide for KLS managers; the numbers of days are house defaults.
Only a text with both its dates is judged.
"""

from collections.abc import Iterator

from vacancies.checks.closing import closing_date, opening_date
from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.holidays import touches_holidays
from vacancies.checks.rulebook import found, number

RULE = "D5"
ANY_LEAP_YEAR = 2024


def check(document: Document) -> Iterator[Finding]:
    """Report once when the days between the two dates are fewer than they should be."""
    opens, closes = opening_date(document), closing_date(document)
    if opens is None or closes is None:
        return
    year = opens.year or closes.year or ANY_LEAP_YEAR
    first, last = opens.on(year), closes.on(year)
    if first and last and last < first and closes.year is None:
        last = closes.on(year + 1)
    if not (first and last and first <= last):
        return
    days = (last - first).days
    if days < number(RULE, "min_days"):
        yield found(RULE, document, variant="short", n=days, days=number(RULE, "min_days"))
    elif days < number(RULE, "holiday_min_days") and touches_holidays(first, last):
        yield found(RULE, document)
