"""The nation of a text, and its full-time hours.

Current figures are dated facts: from a table as left by editors, if given, or from data/pay.toml.
"""

import re
from datetime import date
from functools import cache

from kls_portal.calendar.working_days import NATIONS
from kls_portal.reference.dated import DatedFact, FactTable
from kls_portal.reference.shipped_facts import read_facts
from vacancies.rulebook.document import Document
from vacancies.rulebook.rulebook import number, per_document
from vacancies.rulebook.words import DATA

ENGLAND, SCOTLAND, FULL_TIME = "ENG", "SCT", "full-time-hours"


def full_time(nation: str, day: date, facts: FactTable | None = None) -> DatedFact | None:
    """Return the fact for full-time weekly hours in a nation (a key of NATIONS) on a day.

    None if there is no fact for that day, or it is due for review. The day date.min means that no
    day was given.
    """
    on = date.max if day == date.min else day
    one = (facts or shipped_facts()).in_force(FULL_TIME, nation, on)
    return one if one and not one.is_due(day) else None


def full_time_hours(nation: str, day: date, facts: FactTable | None = None) -> float | None:
    dated = full_time(nation, day, facts)
    return float(dated.number) if dated else None


def full_week(nation: str, day: date, facts: FactTable | None = None) -> float:
    """Return the weekly hours from which a post is full time; see `full_time_hours`.

    If they are not known, or the nation is "", return the fewest hours that are full time anywhere,
    so that full time is never taken for part time.
    """
    if known := full_time_hours(nation, day, facts):
        return known
    known_hours = (full_time_hours(one, day, facts) for one in NATIONS)
    return min([*filter(None, known_hours), float(number("D2", "full_time_hours_universities"))])


@cache
def shipped_facts() -> FactTable:
    return FactTable.of(read_facts(DATA / "pay.toml"))


_SIGNS = {
    "NIR": r"northern ireland|health and social care trust|hsc trust|hsc\b|belfast|\(ni\)|lisburn"
    r"|londonderry|derry|newry|craigavon|antrim|enniskillen|omagh",
    "SCT": r"scotland|scottish|nhs (?:ayrshire|borders|dumfries|fife|forth valley|grampian"
    r"|greater glasgow|highland|lanarkshire|lothian|orkney|shetland|tayside|western isles|golden"
    r" jubilee)|key result areas|edinburgh|glasgow|aberdeen|dundee|inverness",
    "WLS": r"wales|welsh|cymru|cardiff|swansea|bwrdd iechyd|university health board",
}
_NAMED = {
    nation: re.compile(rf"(?<!new south )\b(?:{signs})\b") for nation, signs in _SIGNS.items()
}
_LOOKED_AT = 4_000
"""Characters at the start of a text, where an employer gives its name."""


def nation_of(document: Document) -> str:
    """Return the nation of a text, a key of NATIONS: the one given, or the one named at its start.

    Its `home` if it names none, or more than one.
    """
    return document.nation or _nation_named(document) or document.home


@per_document
def _nation_named(document: Document) -> str:
    head = document.folded[:_LOOKED_AT]
    named = [nation for nation, signs in _NAMED.items() if signs.search(head)]
    return named[0] if len(named) == 1 else ""
