"""D9: working at home is offered without a number of days.

Source: recruitment and retention guide for KLS managers: a set number draws people.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found

RULE = "D9"

_HOME = re.compile(
    r"\b(?:home[ -]?working|work(?:ing)? (?:partly |some days )?(?:from|at) home"
    r"|hybrid (?:working|work|role|post)"
    r"|remote(?:ly)? (?:working|work)|work(?:ing)? remotely|from home|hybrid)\b"
)
_NUMBER = re.compile(
    r"\b(?:\d|one|two|three|four|five|half|an?|each|every|fixed)(?: ?(?:or|to|-) ?(?:\d|one"
    r"|two|three|four))?"
    r" (?:fixed |set |whole |full |half )?(?:days?|mornings?|afternoons?)\b|\b\d{1,3} ?(?:%"
    r"|per cent)|\bfully remote"
    r"|\bhalf (?:of )?(?:your|the|their) (?:time|week|hours)|\b(?:mon|tues|wednes|thurs"
    r"|fri)days?\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once, at the first offer, when none of its sentences gives a number."""
    places = [place for place in document.found(_HOME) if not document.is_denied(place)]
    if places and not any(_NUMBER.search(document.around(place)) for place in places):
        yield found(RULE, document, places[0])
