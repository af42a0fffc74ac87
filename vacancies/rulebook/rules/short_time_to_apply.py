"""D5: too little time to apply, above all in summer and around the turn of the year.

Source: recruitment and retention guide for KLS managers; the numbers of days are house defaults.
Only a text with both its dates is judged.
"""

from collections.abc import Iterator

from vacancies.rulebook.closing import closing_date, days_needed, least_days, opening_date
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found

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
    if days < least_days():
        yield found(RULE, document, variant="short", n=days, days=least_days())
    elif days < days_needed(first, last):
        yield found(RULE, document)
