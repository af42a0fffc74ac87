"""Small builders for matching tests: the nurse profile, its levels, changed copies of both."""

from dataclasses import replace

from vacancies.profiles.rules import loading
from vacancies.profiles.rules.bands import Bands, Limits
from vacancies.profiles.rules.comparison import Match, Rulings
from vacancies.profiles.rules.matching import match
from vacancies.profiles.rules.profile import Profile
from vacancies.profiles.rules.scheme import Scheme, parse_label

SCHEME = loading.scheme()
BANDS = loading.bands()
LIMITS = loading.limits()
PROFILES = {profile.id: profile for profile in loading.profiles()}
NURSE = PROFILES["NP-NURSE-5"]


def highest(profile: Profile = NURSE, **changes: int | None) -> dict[str, int | None]:
    """The profile's highest levels, with some changed: highest(F10=2)."""
    return {**{code: levels.highest for code, levels in profile.ranges.items()}, **changes}


def lowest(profile: Profile = NURSE, **changes: int | None) -> dict[str, int | None]:
    """The profile's lowest levels, with some changed."""
    return {**{code: levels.lowest for code, levels in profile.ranges.items()}, **changes}


def profile(**labels: str) -> Profile:
    """The nurse profile with some labels changed: profile(F16="5")."""
    parsed = {code: parse_label(label) for code, label in labels.items()}
    return replace(NURSE, ranges={**NURSE.ranges, **parsed})


def unread(code: str) -> Scheme:
    """The scheme, with no point of one factor read in a source."""
    levels = tuple(replace(row, points_confirmed=False) for row in SCHEME.factor(code).levels)
    rows = (replace(row, levels=levels) if row.code == code else row for row in SCHEME.factors)
    return Scheme(tuple(rows))


def result(
    levels: dict[str, int | None],
    profile: Profile = NURSE,
    limits: Limits = LIMITS,
    scheme: Scheme = SCHEME,
    bands: Bands = BANDS,
) -> Match:
    """Match `levels` with the scheme and bands in use."""
    return match(profile, levels, Rulings(scheme, bands, limits))
