"""Figures in a text or used to judge it: amounts, pay by year, full-time hours, and its nation.

Current figures are dated facts: from a table as left by editors, if given, or from data/pay.toml.
data/pay_years.toml holds the pay of earlier years, to recognise an out-of-date figure.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain
from pathlib import Path

from kls_portal.calendar.working_days import NATIONS
from kls_portal.reference.dated import DatedFact, FactTable
from kls_portal.reference.fact_files import read_facts
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.rulebook import number, per_document

DATA = Path(__file__).with_name("data")
ENGLAND, SCOTLAND, FULL_TIME = "ENG", "SCT", "full-time-hours"


def full_time(nation: str, day: date, facts: FactTable | None = None) -> DatedFact | None:
    """Return the fact for full-time weekly hours in a nation (a key of NATIONS) on a day.

    None if there is no fact for that day, or it is due for review. The day date.min means that no
    day was given.
    """
    on = date.max if day == date.min else day
    one = (facts or _shipped()).in_force(FULL_TIME, nation, on)
    return one if one and not one.is_due(day) else None


def full_time_hours(nation: str, day: date, facts: FactTable | None = None) -> float | None:
    """Return the hours of `full_time`, or None."""
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


def old_year(
    amounts: frozenset[int],
    today: date,
    facts: FactTable | None = None,
    share: Decimal = Decimal(1),
) -> str:
    """Return the earlier year, such as "2025/26", in which `amounts` were the pay limits of bands.

    Amounts of the year in force on `today` may stand beside them. "" if all are of that year, or
    the others of no known year. share: of a full week, where the pay is for part-time hours.
    """
    begun = [year for year in _years(facts or _shipped()) if year[0] <= today]
    current, *earlier = (_shares(ends, share) for _, ends in begun) if begun else [frozenset()]
    left = amounts - current
    since = next(
        (one[0] for one, ends in zip(begun[1:], earlier, strict=True) if left <= ends), None
    )
    return f"{since.year}/{(since.year + 1) % 100:02}" if left and since else ""


def _shares(ends: frozenset[int], share: Decimal) -> frozenset[int]:
    """Return what a share of each amount may be written as: rounded up or down."""
    return ends if share == 1 else frozenset(int(one * share) + up for one in ends for up in (0, 1))


@cache
def _shipped() -> FactTable:
    rows = dict(read_facts(DATA / "pay.toml")).values()
    return FactTable.of(DatedFact(**{**row, "nations": tuple(row["nations"])}) for row in rows)


@cache
def _years_gone_by() -> dict[date, frozenset[int]]:
    rows = tomllib.loads((DATA / "pay_years.toml").read_text(encoding="utf-8"))["years"]
    return {
        date.fromisoformat(since): frozenset(chain(*bands.values()))
        for since, bands in rows.items()
    }


def _years(facts: FactTable) -> tuple[tuple[date, frozenset[int]], ...]:
    """Return the first day of each year with its band limits, the newest first."""
    ends_since = {since: set(ends) for since, ends in _years_gone_by().items()}
    for name, values in facts.facts.items():
        for one in values if name.startswith("pay-band-") else ():
            ends_since.setdefault(one.since or date.min, set()).add(int(one.number))
    return tuple(
        (since, frozenset(ends_since[since])) for since in sorted(ends_since, reverse=True)
    )


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

    "" if it names none, or more than one.
    """
    return document.nation or _nation_named(document)


@per_document
def _nation_named(document: Document) -> str:
    head = document.flowing[:_LOOKED_AT]
    named = [nation for nation, signs in _NAMED.items() if signs.search(head)]
    return named[0] if len(named) == 1 else ""


_WHOLE = r"\d{1,3}[, ]\d{3}|\d{5,6}"
_SIGN = r"(?:£|\bgbp) ?"
_AMOUNT = rf"{_SIGN}(?:{_WHOLE}|\d{{1,4}})(?:\.\d{{1,2}})?k?"
_NO_SIGN = r"(?<![\w,.-])(?:\d{2,3},\d{3}|\d{5,6})(?:\.\d\d)?\b"
_PAY = re.compile(
    rf"(?:{_AMOUNT}|{_NO_SIGN})(?: ?(?:-|to|and|rising to) ?(?:{_AMOUNT}|\d{{2,3}},?\d{{3}}\b))?"
    r"(?! ?(?:million|m\b|bn|billion))"
)
_LARGE_OR_HOURLY = re.compile(rf"{_SIGN}(?:{_WHOLE}|\d{{2,3}}k|\d{{1,2}}\.\d{{2}})")
_PAY_BEFORE = re.compile(r"\b(?:bands?|salary|salaries|pay|afc)\b[^.\n]{0,30}$")
_PAY_AFTER = re.compile(r" ?(?:p\.?a\b|per annum|a year|pounds|pro rata|(?:per|each) year)")
_NO_PAY = re.compile(
    r"\b(?:budget|fund|grant|orders?|voucher|worth|costs?|fines?|saving|spend)\b[^.\n]{0,25}$"
)
_WHOLE_POUNDS = re.compile(_WHOLE)


def amounts_in(document: Document, place: Span) -> frozenset[int]:
    """Return the amounts of £1,000 or more that are written at `place`."""
    written = _WHOLE_POUNDS.findall(document.folded, *place)
    return frozenset(int(re.sub("[, ]", "", amount)) for amount in written)


def pay_places(document: Document) -> Iterator[Span]:
    """Yield the place of each amount of pay; a range such as "£25,000 to £28,000" is one.

    An amount without a pound sign is pay where the words beside it say so.
    """
    for match in _PAY.finditer(document.folded):
        before = document.folded[max(0, match.start() - 40) : match.start()]
        if _NO_PAY.search(before):
            continue
        signed = match.group().startswith(("£", "gbp"))
        beside = _PAY_BEFORE.search(before) or _PAY_AFTER.match(document.folded, match.end())
        if _LARGE_OR_HOURLY.match(match.group()) if signed else beside:
            yield Span(*match.span())
