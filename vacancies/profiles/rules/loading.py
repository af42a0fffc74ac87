"""The reference data of `data/` as frozen values; each file is read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kls_portal.plain_values import from_plain, rows_in
from vacancies.profiles.rules.bands import Band, Bands, Limits, LimitSource
from vacancies.profiles.rules.profile import Profile, ranges_from_labels
from vacancies.profiles.rules.scheme import Factor, Scheme


@dataclass(frozen=True)
class Document:
    """One document of the panel: its id, name, what to check in it, and how certain that is."""

    id: str
    name: str
    check: str
    required: bool
    confirmed: bool

    @property
    def sentence(self) -> str:
        where = "" if self.required else " (where it is asked for)"
        doubt = "" if self.confirmed else " We could not confirm this."
        return f"{self.name}{where}: {self.check[0].lower()}{self.check[1:]}{doubt}"


@dataclass(frozen=True)
class ProfileTitle:
    """A profile known by title only: its levels are unknown, so nothing can be matched with it.

    band: may span bands ("2-3") or be empty. use: why a manager might look it up.
    """

    title: str
    band: str
    family: str
    confirmed: bool
    source: str
    use: str
    note: str = ""


@dataclass(frozen=True)
class CurrencyNote:
    """A note on how current the published profiles are."""

    text: str
    confirmed: bool
    source: str


DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def scheme() -> Scheme:
    return Scheme(tuple(_factor(row) for row in _data_file("factors")["factors"]))


@cache
def bands() -> Bands:
    """Return the 12 bands, lowest first, from bands.toml."""
    return Bands(rows_in(DATA / "bands.toml", "bands", Band))


@cache
def limits() -> Limits:
    rows: dict[str, dict[str, Any]] = _data_file("matching_rules")["limits"]
    return Limits(
        **{name: _frozen(row["value"]) for name, row in rows.items()},
        sources=tuple(
            LimitSource(name, row["confirmed"], row["source"], row["doubt"])
            for name, row in rows.items()
        ),
    )


@cache
def panel_documents() -> tuple[Document, ...]:
    return rows_in(DATA / "panel_documents.toml", "documents", Document)


@cache
def profiles() -> tuple[Profile, ...]:
    """Return the profiles whose levels are known, lowest band first, from profiles.toml."""
    return tuple(_profile(row) for row in _data_file("profiles")["profiles"])


@cache
def profile_titles() -> tuple[ProfileTitle, ...]:
    return rows_in(DATA / "profile_titles.toml", "titles", ProfileTitle)


@cache
def currency_notes() -> tuple[CurrencyNote, ...]:
    return rows_in(DATA / "profile_titles.toml", "currency_notes", CurrencyNote)


def _data_file(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _frozen(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else value


def _factor(row: dict[str, Any]) -> Factor:
    levels = [
        {**level, "strands": list(level.get("strands", {}).items())} for level in row["levels"]
    ]
    return from_plain(Factor, {**row, "levels": levels}, "factors.toml")


def _profile(row: dict[str, Any]) -> Profile:
    known = {key: value for key, value in row.items() if key != "labels"}
    return Profile(**known, ranges=ranges_from_labels(row["labels"], scheme()))
