"""D24: the advert closes on a bank holiday or at a weekend.

Source: house rule. The holidays are those of the nation that the text names, else of England.
"""

from collections.abc import Iterator

from kls_portal.calendar.start_date import written
from kls_portal.calendar.working_days import WorkingDays, why_not_worked
from vacancies.rulebook.closing import closing_date
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.nations import nation_of
from vacancies.rulebook.rulebook import found

RULE = "D24"
NATION_OF_OTHERS = "ENG"


def check(document: Document) -> Iterator[Finding]:
    """Report the closing date, where the text gives its year."""
    closes = closing_date(document)
    day = closes.on(closes.year) if closes and closes.year else None
    if closes is None or day is None:
        return
    nation = nation_of(document) or NATION_OF_OTHERS
    if why_not := why_not_worked(day, nation):
        yield found(
            RULE,
            document,
            closes.place,
            date="closing date",
            day=written(day),
            why_not=why_not,
            next=written(WorkingDays(nation).next_working_day(day)),
        )
