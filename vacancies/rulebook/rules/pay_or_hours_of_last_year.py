"""T2: pay or full-time hours of a year gone by.

Source: `figures`. Pay in Scotland has scales of its own.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.figures import SCOTLAND, full_time_hours, old_year
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.nations import nation_of
from vacancies.rulebook.pay import amounts_in, pay_places
from vacancies.rulebook.rulebook import found

RULE = "T2"

_OLD_HOURS = 37
"""A week that was full time until it became shorter; see _OLD_WEEK."""
_OLD_WEEK = re.compile(
    r"\b37(?:\.5|½| ?1/2)? ?(?:hours?|hrs?)\b(?! (?:notice|ago|of (?:training|study)))"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each amount that was last year's, and a week that Scotland no longer works."""
    if nation_of(document) == SCOTLAND:
        hours = full_time_hours(SCOTLAND, document.today, document.facts)
        if hours < _OLD_HOURS:
            for match in _OLD_WEEK.finditer(document.folded):
                place = Span(*match.span())
                yield found(RULE, document, place, variant="hours", hours=f"{hours:g}")
        return
    for place in pay_places(document):
        if year := old_year(amounts_in(document, place), document.today, document.facts):
            yield found(RULE, document, place, year=year)
