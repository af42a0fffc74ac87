"""The reference data of `vacancies/data/` as frozen values. Each file is read once.

Values built from elsewhere (rows that an editor corrected) use the same classes; nothing in the
package asks where a value came from.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from vacancies.job_evaluation.bands import Band, Bands
from vacancies.job_evaluation.limits import Limits, LimitSource
from vacancies.job_evaluation.papers import Paper
from vacancies.job_evaluation.profile import Profile, ranges_from_labels
from vacancies.job_evaluation.rules import Rule
from vacancies.job_evaluation.scheme import Factor, Level, Scheme
from vacancies.job_evaluation.titles import CurrencyNote, ProfileTitle

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def scheme() -> Scheme:
    """The 16 factors with their levels and points, from factors.toml."""
    return Scheme(tuple(_factor(row) for row in _read("factors")["factors"]))


@cache
def bands() -> Bands:
    """The 12 bands, lowest first, from bands.toml."""
    return Bands(tuple(Band(**row) for row in _read("bands")["bands"]))


@cache
def limits() -> Limits:
    """The limits of the matching rules with their sources, from matching_rules.toml."""
    rows: dict[str, dict[str, Any]] = _read("matching_rules")["limits"]
    return Limits(
        max_level_distance=rows["max_level_distance"]["value"],
        max_varying_factors=rows["max_varying_factors"]["value"],
        factors_that_must_match=frozenset(rows["factors_that_must_match"]["value"]),
        hybrid_enabled=rows["hybrid_enabled"]["value"],
        sources=tuple(
            LimitSource(name, row["confirmed"], row["source"], row["doubt"])
            for name, row in rows.items()
        ),
    )


@cache
def rules() -> tuple[Rule, ...]:
    """The rules MR01 to MR14 as text, from matching_rules.toml."""
    return tuple(Rule(**row) for row in _read("matching_rules")["rules"])


@cache
def panel_papers() -> tuple[Paper, ...]:
    """What a matching panel needs before it, from panel_papers.toml."""
    return tuple(Paper(**row) for row in _read("panel_papers")["papers"])


@cache
def profiles() -> tuple[Profile, ...]:
    """The profiles whose levels are known, lowest band first, from profiles.toml."""
    return tuple(_profile(row) for row in _read("profiles")["profiles"])


@cache
def profile_titles() -> tuple[ProfileTitle, ...]:
    """The profiles known by title only, from profile_titles.toml."""
    return tuple(ProfileTitle(**row) for row in _read("profile_titles")["titles"])


@cache
def currency_notes() -> tuple[CurrencyNote, ...]:
    """How current the published profiles are, from profile_titles.toml."""
    return tuple(CurrencyNote(**row) for row in _read("profile_titles")["currency_notes"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _factor(row: dict[str, Any]) -> Factor:
    return Factor(**{**row, "levels": tuple(_level(level) for level in row["levels"])})


def _level(row: dict[str, Any]) -> Level:
    return Level(**{**row, "strands": tuple(row.get("strands", {}).items())})


def _profile(row: dict[str, Any]) -> Profile:
    known = {key: value for key, value in row.items() if key != "labels"}
    return Profile(**known, ranges=ranges_from_labels(row["labels"], scheme()))
