"""Pay in a text: where it is, its amounts, and the pay year and nation they belong to.

Current figures are dated facts, as in `figures`; data/pay_years.toml holds older ones to recognise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cached_property
from itertools import chain

from kls_portal.calendar.working_days import NATIONS
from kls_portal.reference.dated import FactTable
from vacancies.rulebook.document import Document
from vacancies.rulebook.figures import ENGLAND, full_week, shipped_facts
from vacancies.rulebook.finding import Span
from vacancies.rulebook.words import words_of

Ends = dict[str, frozenset[int]]
"""The pay limits of a year by band, in pounds a year for full-time hours."""
WEEKS = (Decimal(365) / 7, Decimal(52))
"""Weeks in a year, as employers divide pay by them."""
THOUSAND = Decimal(1000)
EARLIER = "an earlier year"


@dataclass(frozen=True)
class Amount:
    """An amount in pounds. step: what it is rounded to. per: a year, month, week or hour."""

    pounds: Decimal
    step: Decimal
    per: str

    @property
    def is_exact(self) -> bool:
        """Whether the amount is annual and to the pound, so that it identifies a single band."""
        return self.step <= 1 and self.per == "year"


@dataclass(frozen=True)
class Scale:
    """The pay scales of a nation, a key of NATIONS, as known on a day. facts: see Document.

    band: that of the post; if it is "" (unknown), an amount that is not exact is compared with the
    previous year only. share: the part of a full week for which the pay is given. is_whole: whether
    annual pay is known to be for full-time hours.
    """

    nation: str
    day: date
    facts: FactTable | None = None
    band: str = ""
    share: Decimal = Decimal(1)
    is_whole: bool = False

    @cached_property
    def years(self) -> list[tuple[date, Ends]]:
        """The first day of each pay year so far, with the limits of its bands, newest first."""
        years: dict[date, Ends] = {
            date.fromisoformat(since): {band: frozenset(ends) for band, ends in bands.items()}
            for since, bands in words_of("pay_years").get(self.nation, {}).items()
        }
        for name, values in (self.facts or shipped_facts()).facts.items():
            for one in values if name.startswith("pay-band-") else ():
                if self.nation in (one.nations or NATIONS):
                    ends, band = years.setdefault(one.since or date.min, {}), name.split("-")[2]
                    ends[band] = ends.get(band, frozenset()) | {int(one.number)}
        return sorted((one for one in years.items() if one[0] <= self.day), reverse=True)

    def old_year(self, amounts: list[Amount]) -> str:
        """Return the earlier pay year, such as "2025/26", that the amounts come from; else "".

        Amounts of the newest year may be among them. Hourly or full-time pay below the band comes
        from "an earlier year"; so does pay below England's of a year ago in a nation whose own pay
        is not known.
        """
        if not self.years:
            past = replace(self, nation=ENGLAND).years[1:2]
            low = any(self._is_low(ends, one) for _, ends in past for one in amounts)
            return EARLIER if low else ""
        (_, newest), *earlier = self.years
        is_sure = bool(self.band) or all(one.is_exact for one in amounts)
        left = [one for one in amounts if not self._is_in(newest, one)]
        for since, ends in (earlier if is_sure else earlier[:1]) if left else ():
            if all(self._is_in(ends, one, is_sure) for one in (left if is_sure else amounts)):
                return f"{since.year}/{(since.year + 1) % 100:02}"
        known = next((ends for _, ends in self.years if self.band in ends), newest)
        return EARLIER if any(self._is_low(known, one) for one in left) else ""

    def has(self, amounts: list[Amount]) -> bool:
        """Whether all amounts are exact limits of bands in the same pay year."""
        return any(
            all(one.is_exact and self._is_in(ends, one) for one in amounts)
            for _, ends in self.years
        )

    def place_of(self, amounts: list[Amount]) -> str:
        """Return the other nation that the amounts belong to; "" if they may belong to this one.

        Only England and Scotland can be distinguished: the figures of both are known, and differ.
        """
        if self.nation not in words_of("pay_years") or self.has(amounts):
            return ""
        return next((NATIONS[one.nation] for one in self._others if one.has(amounts)), "")

    @cached_property
    def _others(self) -> "list[Scale]":
        return [replace(self, nation=one) for one in words_of("pay_years") if one != self.nation]

    def _is_in(self, ends: Ends, amount: Amount, may_be_cut: bool = True) -> bool:
        of_band = self.band and not amount.is_exact
        known = ends.get(self.band, ()) if of_band else chain(*ends.values())
        return any(
            amount.pounds in _rounded(end * self.share / parts, amount.step, may_be_cut)
            for end in known
            for parts in self._parts_of_a_year(amount.per)
        )

    def _is_low(self, ends: Ends, amount: Amount) -> bool:
        is_known = amount.per == "hour" or (amount.per == "year" and self.is_whole)
        if not is_known or self.band not in ends:
            return False
        least = min(ends[self.band]) / max(self._parts_of_a_year(amount.per))
        return least / 2 < amount.pounds < least - amount.step

    def _parts_of_a_year(self, per: str) -> tuple[Decimal, ...]:
        if per == "hour":
            week = Decimal(full_week(self.nation, self.day, self.facts))
            return tuple(weeks * week for weeks in WEEKS)
        return {"year": (Decimal(1),), "month": (Decimal(12),), "week": WEEKS}[per]


def _rounded(exact: Decimal, step: Decimal, may_be_cut: bool) -> set[Decimal]:
    """Return a sum rounded to the nearest step and, if `may_be_cut`, also rounded down to one."""
    ways = (ROUND_HALF_UP, ROUND_DOWN)[: 1 + may_be_cut]
    return {(exact / step).quantize(Decimal(1), way) * step for way in ways}


_WHOLE = r"\d{1,3}[, ]\d{3}|\d{5,6}"
_THOUSANDS = r"\d{2,3}(?:\.\d)? ?(?:k|thousand)\b"
_SIGN = r"(?:£|\bgbp) ?"
_AMOUNT = rf"(?:{_THOUSANDS}|(?:{_WHOLE}|\d{{1,4}})(?:\.\d{{1,2}})?)"
_NO_SIGN = (
    rf"(?:{_THOUSANDS}|\d{{2,3}}(?= ?(?:-|to) ?{_THOUSANDS})"
    r"|(?:\d{1,3},\d{3}|\d{4,6})(?:\.\d\d)?\b|\d{1,2}\.\d\d\b)"
)
_TO = r" ?(?:-|to|and|rising to) ?"
_PAY = re.compile(
    rf"(?:{_SIGN}{_AMOUNT}|(?<![\w,.-]){_NO_SIGN})(?:{_TO}(?:{_SIGN}{_AMOUNT}|{_NO_SIGN}))?"
    r"(?! ?(?:million|m\b|bn|billion))"
)
_LARGE = re.compile(rf"{_WHOLE}|{_THOUSANDS}")
_PENCE = re.compile(r"\d{1,2}\.\d\d\b")
_PER = re.compile(
    r" ?(?:(?:gross|basic),? )?(?:(?:an?|per|each|every|/|p/|p\.?) ?)"
    r"(hours?|hr|h|weeks?|wk|w|months?|mth|c?\.?m)\b|,? (hourly|weekly|monthly)\b"
)
_PER_BEFORE = re.compile(r"\b(hour|week|month)ly (?:rates?|pay|salary|wages?)\b[^.\n]{0,20}$")
_PERIODS = {"h": "hour", "w": "week", "m": "month", "c": "month"}
_PAY_BEFORE = re.compile(
    r"\b(?:bands?|salary|salaries|pay|wages?|earn|afc)\b(?:[^.\n]{0,30}|[ :]{0,3}\n\s{0,3})$"
)
_PAY_AFTER = re.compile(r" ?(?:p\.?a\b|per annum|a year|pounds|pro rata|(?:per|each) year)")
_NO_PAY = re.compile(
    r"\b(?:budgets?|fund(?:s|ing)?|grants?|orders?|vouchers?|worth|costs?|fines?|savings?|income"
    r"|revenue|turnover|expenditure|fees|donations?|rais(?:es?|ing)|spend(?:s|ing)?)\b[^.\n]{0,25}$"
)
_NUMBER = re.compile(r"(\d{1,3}(?:[, ]\d{3}){1,2}|\d{1,6})(\.\d{1,2})?( ?(?:k|thousand)\b)?")


def pay_places(document: Document, *, is_all_pay: bool = False) -> Iterator[Span]:
    """Yield the span of each amount of pay; a range such as "£25,000 to £28,000" counts as one.

    An amount without a pound sign is pay if the words around it say so, or in a field for pay.
    """
    for match in _PAY.finditer(document.folded):
        place, written = Span(*match.span()), match.group()
        if _NO_PAY.search(_before(document, place)):
            continue
        per = _period(document, place)
        is_large, has_pence = _LARGE.search(written) or per, _PENCE.search(written)
        if written.startswith(("£", "gbp")):
            if is_large or has_pence:
                yield place
        elif (has_pence and per == "hour") or (
            is_large and (is_all_pay or is_said_pay(document, place))
        ):
            yield place


def is_said_pay(document: Document, place: Span) -> bool:
    """Whether the words around an amount identify it as pay."""
    said = _PAY_BEFORE.search(_before(document, place))
    return bool(said or _PAY_AFTER.match(document.folded, place.end))


def _before(document: Document, place: Span) -> str:
    return document.folded[max(0, place.start - 40) : place.start]


def _period(document: Document, place: Span) -> str:
    """Return the period that the words around an amount give: hour, week or month; else ""."""
    said = _PER.match(document.folded, place.end) or _PER_BEFORE.search(_before(document, place))
    return _PERIODS[next(filter(None, said.groups()))[0]] if said else ""


def amounts_in(document: Document, place: Span, band: str = "") -> list[Amount]:
    """Return the amounts of pay in a span. If the band is known, round figures count as rounded."""
    per = _period(document, place) or "year"
    amounts = []
    numbers = [match.groups() for match in _NUMBER.finditer(document.folded, *place)]
    in_thousands = any(thousand for _, _, thousand in numbers)
    for whole, pence, _ in numbers:
        pounds = Decimal(re.sub("[, ]", "", whole) + (pence or ""))
        step = Decimal(10) ** -(len(pence or ".") - 1)
        if in_thousands and pounds < THOUSAND:
            pounds, step = pounds * THOUSAND, step * THOUSAND
        elif band and per == "year":
            step = next((one for one in (THOUSAND, Decimal(100)) if not pounds % one), step)
        amounts.append(Amount(pounds, step, per))
    return amounts
