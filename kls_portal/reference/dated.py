"""Dated facts: which value is in force on a day, and when it changes. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kls_portal.calendar.working_days import NATIONS
from kls_portal.in_words import plain_date
from kls_portal.plain_values import from_plain, read_toml

_KINDS = read_toml(Path(__file__).with_name("kinds.toml"), dict[str, dict[str, str]])
UNITS, STRENGTHS, ORIGINALS = (_KINDS[name] for name in ("units", "strengths", "originals"))
ASKED_OF_HR = {"law", "nhs-terms"}
UNKNOWN = "[look up what applies today]"
ASK_HR = "[ask HR what applies today]"
"""Placeholders for a fact that may not be asserted; the second for law and NHS terms."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DatedFact:
    """One value of a fact, with the nations and the days for which it is in force.

    name: shared by all values of the fact; texts and rules refer to it. code: unique to this value.
    nations: keys of NATIONS, empty for all. since: the first day, None if there is none.
    until: the last day, None if no end is known. read_on: when it was read in `source`.
    is_original: whether `source` is the Act, the terms or the document itself.
    review_by: from this day on it must be read again before it may be asserted.
    """

    name: str
    what: str
    value: str
    unit: str = ""
    nations: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    source: str = ""
    address: str = ""
    read_on: date | None = None
    strength: str = "ours"
    is_original: bool = True
    review_by: date | None = None
    note: str = ""
    code: str = ""

    @property
    def number(self) -> Decimal:
        """The value as a number. Raises ValueError for words and dates."""
        try:
            return Decimal(self.value)
        except InvalidOperation as error:
            raise ValueError(f"{self.name} is not a number: {self.value[:40]!r}") from error

    @property
    def anchor(self) -> str:
        """The id of this fact where a page lists the facts it rests on."""
        elsewhere = [nation.lower() for nation in self.nations if "ENG" not in self.nations]
        return "-".join((f"fact_{self.name}", *elsewhere))

    @property
    def text(self) -> str:
        """The value with its unit, as written in a sentence: “6 months”, “£32,073”."""
        return value_text(self.value, self.unit)

    @property
    def lapsed_text(self) -> str:
        """The placeholder used in a text once the value may no longer be asserted."""
        return ASK_HR if self.strength in ASKED_OF_HR else UNKNOWN

    @property
    def read_in(self) -> str:
        """The original it was not read in, such as “the Act itself”; "" if it was.

        Also "" where readers need not know: the doubt is then for editors alone.
        """
        return "" if self.is_original else ORIGINALS.get(self.strength, "")

    @property
    def cited(self) -> str:
        """Where and when it was read, and which original it was not read in, as one line."""
        read = f" Read on {plain_date(self.read_on)}." if self.read_on else ""
        return f"{self.source}{f' (not {self.read_in})' if self.read_in else ''}.{read}"

    @property
    def unsure_in(self) -> set[str]:
        """The nations (keys of NATIONS) for which this law was not checked."""
        is_for_some = self.strength == "law" and self.nations
        return set(NATIONS).difference(self.nations) if is_for_some else set()

    def is_for(self, nation: str, day: date) -> bool:
        has_begun = self.since is None or self.since <= day
        has_ended = self.until is not None and self.until < day
        return has_begun and not has_ended and (not self.nations or nation in self.nations)

    def is_due(self, today: date) -> bool:
        return self.review_by is not None and self.review_by <= today


@dataclass(frozen=True)
class ShownFact:
    """What a text says for a fact on a day.

    text: its value, or a placeholder if it has lapsed. change: such as “from 1 January
    2027: 6 months”, or "". fact: None for an unknown name.
    """

    text: str
    change: str = ""
    is_lapsed: bool = False
    fact: DatedFact | None = None

    @property
    def strength(self) -> str:
        return STRENGTHS[self.fact.strength] if self.fact else ""

    @property
    def in_full(self) -> str:
        """The value with the change to come, as written in a document or an index."""
        return f"{self.text} ({self.change})" if self.change else self.text


def value_text(value: str, unit: str) -> str:
    """Return a value with its unit. Raises ValueError if the value does not fit the unit."""
    if unit == "":
        return value
    if unit == "date":
        return plain_date(date.fromisoformat(value))
    try:
        number = from_plain(Decimal, value)
    except ValueError as error:
        raise ValueError(f"“{value[:40]}” is not a number of {UNITS[unit]}.") from error
    figure = f"{number:,f}"
    if unit in {"pounds", "pence", "per-cent"}:
        return {"pounds": f"£{figure}", "pence": f"{figure}p", "per-cent": f"{figure}%"}[unit]
    first, _, rest = UNITS[unit].partition(" ")
    words = first.removesuffix("s") if number == 1 else first
    return " ".join(filter(None, (figure, words, rest)))


def fact_faults(fact: Any) -> dict[str, str]:
    """Return an error message for each invalid field of a fact, given as a row or a value."""
    faults = {}
    try:
        value_text(fact.value, fact.unit)
    except ValueError:
        faults["value"] = f"“{fact.value[:40]}” does not fit the unit “{UNITS[fact.unit]}”."
    if not isinstance(fact.nations, list | tuple) or not set(fact.nations) <= NATIONS.keys():
        faults["nations"] = f"Use {', '.join(NATIONS)}, or none for all."
    if fact.since and fact.until and fact.until < fact.since:
        faults["until"] = "The last day must not be before the first."
    if fact.read_on and fact.review_by and fact.review_by <= fact.read_on:
        faults["review_by"] = "It must be after the day it was read."
    return faults


@dataclass(frozen=True)
class FactTable:
    """Every fact that the portal knows, by name, with its values in date order."""

    facts: Mapping[str, tuple[DatedFact, ...]]

    @classmethod
    def of(cls, rows: Iterable[DatedFact]) -> FactTable:
        by_name: dict[str, list[DatedFact]] = {}
        for row in sorted(rows, key=lambda row: (row.name, row.since or date.min)):
            by_name.setdefault(row.name, []).append(row)
        return cls(MappingProxyType({name: tuple(values) for name, values in by_name.items()}))

    def in_force(self, name: str, nation: str, day: date) -> DatedFact | None:
        """Return the value in force, or None. One for fewer nations wins, then the later one."""
        held = [one for one in self.facts.get(name, ()) if one.is_for(nation, day)]
        return max(
            held,
            key=lambda one: (-(len(one.nations) or len(NATIONS)), one.since or date.min),
            default=None,
        )

    def last(self, name: str, nation: str, day: date) -> DatedFact | None:
        """Return the value that ended last before `day`, for a fact without a successor."""
        ended = [
            one
            for one in self.facts.get(name, ())
            if one.until and one.until < day and one.is_for(nation, one.until)
        ]
        return max(ended, key=lambda one: one.until or date.min, default=None)

    def next_change(self, name: str, nation: str, day: date) -> DatedFact | None:
        """Return the first value to replace the one in force on `day`, or None."""
        now = self.in_force(name, nation, day)
        for boundary in self.boundaries([name]):
            if boundary > day:
                later = self.in_force(name, nation, boundary)
                if later is not None and later != now:
                    return later
        return None

    def lapsed(self, today: date) -> set[DatedFact]:
        """Return the values that may not be asserted today: due, or ended without successor."""
        current = (
            self.in_force(name, nation, today) or self.last(name, nation, today)
            for name in self.facts
            for nation in NATIONS
        )
        return {
            one
            for one in current
            if one and (one.is_due(today) or (one.until is not None and one.until < today))
        }

    def boundaries(self, names: Iterable[str]) -> list[date]:
        """Return in order the days on which a fact begins, has just ended or is due."""
        return sorted({day for name in names for day in self._boundaries(name)})

    def _boundaries(self, name: str) -> Iterator[date]:
        for one in self.facts.get(name, ()):
            if one.since:
                yield one.since
            if one.until and one.until < date.max:
                yield one.until + _ONE_DAY
            if one.review_by:
                yield one.review_by
