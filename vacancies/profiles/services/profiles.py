"""The scheme and the profiles in use: shipped values, loaded and with editors’ corrections."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.urls import reverse

from kls_portal.operation.site_version import once_a_version
from kls_portal.plain_values import from_row
from kls_portal.reference.loading import KEPT, columns_of, held_by, load_rows, merge
from kls_portal.reference.models import LoadedRow
from vacancies.profiles.models import BandRange, FactorLevel, MatchingLimit, Profile
from vacancies.profiles.rules import loading
from vacancies.profiles.rules.bands import Band, Bands, Limits, LimitSource
from vacancies.profiles.rules.comparison import Rulings
from vacancies.profiles.rules.loading import ProfileTitle, profile_titles
from vacancies.profiles.rules.profile import Profile as ProfileValue
from vacancies.profiles.rules.profile import faults_of_bands, faults_of_points
from vacancies.profiles.rules.scheme import Factor, Level, LevelRange, Scheme

FIXED = "factors_that_must_match"
log = logging.getLogger(__name__)


@once_a_version
def rulings() -> Rulings:
    """Return the corrected scheme, bands and limits together, in at most three queries."""
    return Rulings(_scheme(), _bands(), _limits())


def _scheme() -> Scheme:
    rows = {row.code: row for row in FactorLevel.objects.in_force()}
    return Scheme(tuple(_factor(factor, rows) for factor in loading.scheme().factors))


def _factor(factor: Factor, rows: Mapping[str, FactorLevel]) -> Factor:
    levels = tuple(
        replace(
            level,
            points=row.points,
            points_confirmed=row.confirmed,
            points_source=row.source,
        )
        if (row := rows.get(f"{factor.code}-{level.level}"))
        else level
        for level in factor.levels
    )
    return replace(factor, levels=levels)


def _bands() -> Bands:
    rows = {row.band: row for row in BandRange.objects.in_force()}
    shipped = loading.bands()
    corrected = tuple(
        from_row(Band, row, closed=band.closed, note=band.note)
        if (row := rows.get(band.band))
        else band
        for band in shipped.bands
    )
    try:
        return Bands(corrected)
    except ValueError as problem:
        log.warning("The stored bands cannot be used, so the shipped ones are: %s", problem)
        return shipped


def _limits() -> Limits:
    rows = {row.code: row for row in MatchingLimit.objects.in_force()}
    shipped = loading.limits()
    known = {source.limit for source in shipped.sources}
    values = {name: row.value for name, row in rows.items() if name in known}
    sources = tuple(
        from_row(LimitSource, row, limit=row.code) if (row := rows.get(source.limit)) else source
        for source in shipped.sources
    )
    try:
        if FIXED in values:
            values[FIXED] = frozenset(values[FIXED])
        return replace(shipped, **values, sources=sources)
    except (TypeError, ValueError) as problem:
        log.warning("The stored limits cannot be used, so the shipped ones are: %s", problem)
        return shipped


@dataclass(frozen=True)
class FactorRange:
    """One factor of a profile: its range as printed and the levels that the range covers."""

    factor: Factor
    label: str
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class ProfileToCompare:
    """A profile to compare a draft with.

    missing: the names of the factors without a range yet. Points are totals over the factors with a
    range; they are the profile's own only if none is missing.
    """

    profile: Profile
    factors: tuple[FactorRange, ...]
    missing: tuple[str, ...]
    band: Band
    lowest_points: int
    highest_points: int
    points_confirmed: bool

    @property
    def sources(self) -> list[str]:
        points = [level.points_source for row in self.factors for level in row.levels]
        return [source for source in dict.fromkeys([*points, self.band.source]) if source]


def value_of(profile: Profile) -> ProfileValue:
    """Return the plain value of a stored profile fetched `with_factors()`."""
    ranges = {
        row.factor: LevelRange(row.label, row.lowest, row.highest) for row in profile.factors.all()
    }
    return from_row(ProfileValue, profile, id=profile.code, ranges=ranges)


def profile_to_compare(profile: Profile | None) -> ProfileToCompare | None:
    """Return the profile to show beside a draft, or None if none is chosen."""
    if profile is None:
        return None
    value, known = value_of(profile), rulings()
    factors = known.scheme.factors
    rows = tuple(
        FactorRange(factor, levels.label, factor.levels[levels.lowest - 1 : levels.highest])
        for factor in factors
        if (levels := value.ranges.get(factor.code))
    )
    return ProfileToCompare(
        profile=profile,
        factors=rows,
        missing=tuple(factor.name for factor in factors if factor.code not in value.ranges),
        band=known.bands.band(profile.band),
        lowest_points=sum(row.levels[0].points for row in rows),
        highest_points=sum(row.levels[-1].points for row in rows),
        points_confirmed=all(level.points_confirmed for row in rows for level in row.levels),
    )


def titles_without(profiles: Iterable[Profile]) -> list[ProfileTitle]:
    """Return the profiles known by title only, except those among `profiles`."""
    stored = {(profile.title.casefold(), profile.band) for profile in profiles}
    return [
        title for title in profile_titles() if (title.title.casefold(), title.band) not in stored
    ]


def national_profiles_missing() -> tuple[str, str, str] | None:
    """Return what editors should do if no national profile for libraries is in force, or None."""
    national = Profile.objects.for_libraries().in_force().filter(status=Profile.Status.NATIONAL)
    if national.exists():
        return None
    address = reverse("admin:vacancies_profile_type")
    why = "Ten minutes each, beside the published PDF. Until then every comparison is an example."
    return "Type in the national library profiles", address, why


def neighbours_of(profile: Profile, offered: Sequence[Profile]) -> list[Profile]:
    """Return the other profiles of its band and of the nearest bands below and above with any.

    `offered` and the result are in band order.
    """
    others = [other for other in offered if other != profile]
    below = {other.band_order for other in others if other.band_order < profile.band_order}
    above = {other.band_order for other in others if other.band_order > profile.band_order}
    near = {profile.band_order, max(below, default=-1), min(above, default=-1)}
    return [other for other in others if other.band_order in near]


def by_band(profiles: Iterable[Profile]) -> list[tuple[str, list[Profile]]]:
    """Return (band, its profiles) for profiles already in band order."""
    return [(band, list(group)) for band, group in groupby(profiles, key=lambda p: p.band)]


Rows = Mapping[str, dict[str, Any]]


def load_points() -> list[str]:
    """Load the points of every level; one outcome per row."""
    return [outcome for factor in loading.scheme().factors for outcome in _load_factor(factor)]


def load_bands() -> list[str]:
    """Load the scores of every band; one outcome per row."""
    rows = {f"band-{band.band}": columns_of(BandRange, band) for band in loading.bands().bands}
    then = _then(BandRange, rows)
    ranges = [(row["band"], row["min_score"], row["max_score"]) for row in then.values()]
    return _load(BandRange, rows, sound=not list(faults_of_bands(ranges)))


def load_limits() -> list[str]:
    """Load the limits of the matching rules; one outcome per row."""
    rows = {}
    for source in loading.limits().sources:
        value = getattr(loading.limits(), source.limit)
        if isinstance(value, frozenset):
            value = sorted(value, key=lambda code: int(code[1:]))
        rows[source.limit] = columns_of(MatchingLimit, source) | {"value": value}
    return list(load_rows(MatchingLimit, rows))


def _load_factor(factor: Factor) -> list[str]:
    rows = {
        f"{factor.code}-{level.level}": {
            "factor": factor.code,
            "level": level.level,
            "points": level.points,
            "source": level.points_source,
            "confirmed": level.points_confirmed,
        }
        for level in factor.levels
    }
    points = {row["level"]: row["points"] for row in _then(FactorLevel, rows).values()}
    return _load(FactorLevel, rows, sound=not list(faults_of_points(factor.code, points)))


def _then(model: type[LoadedRow], rows: Rows) -> Rows:
    """Return the rows as they would be after loading: corrections, and `rows` for the rest."""
    stored = {row.code: row for row in model._default_manager.filter(code__in=rows)}
    return {
        code: merge(stored[code].shipped, held_by(stored[code], fields), fields).values
        if code in stored
        else fields
        for code, fields in rows.items()
    }


def _load(model: type[LoadedRow], rows: Rows, sound: bool) -> list[str]:
    """Load interdependent rows; if corrections and new data conflict, stored rows are unchanged."""
    if sound:
        return list(load_rows(model, rows))
    stored = set(model._default_manager.filter(code__in=rows).values_list("code", flat=True))
    new = {code: fields for code, fields in rows.items() if code not in stored}
    return [KEPT] * len(stored) + list(load_rows(model, new))
