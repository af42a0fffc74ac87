"""Profiles as they stand beside a draft. Nothing of them is ever put into it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from vacancies.job_evaluation.bands import Band
from vacancies.job_evaluation.levels import LevelRange
from vacancies.job_evaluation.loading import profile_titles
from vacancies.job_evaluation.profile import Profile as ProfileValue
from vacancies.job_evaluation.scheme import Factor, Level
from vacancies.job_evaluation.titles import ProfileTitle
from vacancies.models import Profile
from vacancies.services.scheme import rulings


@dataclass(frozen=True)
class FactorRange:
    """One factor of a profile: its range as printed and the levels it stands for."""

    factor: Factor
    label: str
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class Beside:
    """A profile to compare a draft with.

    `missing` names the factors that have no range yet. Points are totals over those that have
    one; they are the profile's only where none is missing.
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
        """Return where its points and its band limits were read, each source once."""
        points = [level.points_source for row in self.factors for level in row.levels]
        return [source for source in dict.fromkeys([*points, self.band.source]) if source]


def value_of(profile: Profile) -> ProfileValue:
    """Return the plain value of a stored profile; ask for it `with_factors()`."""
    ranges = {
        row.factor: LevelRange(row.label, row.lowest, row.highest) for row in profile.factors.all()
    }
    return ProfileValue(
        id=profile.code,
        title=profile.title,
        band=profile.band,
        status=profile.status,
        source=profile.source,
        confirmed=profile.confirmed,
        ranges=ranges,
        note=profile.note,
        read_on=profile.read_on,
    )


def beside(profile: Profile | None) -> Beside | None:
    """Return what to show beside a draft, or None where no profile is chosen."""
    if profile is None:
        return None
    value, known = value_of(profile), rulings()
    factors = known.scheme.factors
    rows = tuple(
        FactorRange(factor, found.label, factor.levels[found.lowest - 1 : found.highest])
        for factor in factors
        if (found := value.ranges.get(factor.code))
    )
    return Beside(
        profile=profile,
        factors=rows,
        missing=tuple(factor.name for factor in factors if factor.code not in value.ranges),
        band=known.bands.band(profile.band),
        lowest_points=sum(row.levels[0].points for row in rows),
        highest_points=sum(row.levels[-1].points for row in rows),
        points_confirmed=all(level.points_confirmed for row in rows for level in row.levels),
    )


def titles_without(profiles: Iterable[Profile]) -> list[ProfileTitle]:
    """Return the profiles known by title only, without those that are among `profiles`."""
    there = {(profile.title.casefold(), profile.band) for profile in profiles}
    return [
        title for title in profile_titles() if (title.title.casefold(), title.band) not in there
    ]


def neighbours_of(profile: Profile, offered: Sequence[Profile]) -> list[Profile]:
    """Return the others of its band and of the nearest bands below and above that have any.

    `offered` is in band order, and so is the answer.
    """
    others = [other for other in offered if other != profile]
    below = {other.band_order for other in others if other.band_order < profile.band_order}
    above = {other.band_order for other in others if other.band_order > profile.band_order}
    near = {profile.band_order, max(below, default=-1), min(above, default=-1)}
    return [other for other in others if other.band_order in near]


def by_band(profiles: Iterable[Profile]) -> list[tuple[str, list[Profile]]]:
    """Return (band, its profiles) for profiles already in band order."""
    return [(band, list(group)) for band, group in groupby(profiles, key=lambda p: p.band)]
