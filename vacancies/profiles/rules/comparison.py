"""A post's levels compared with a profile: each factor's distance from its range (rule MR01).

Source: NHS Job Evaluation Handbook, chapter 11, matching procedure
(https://www.nhsemployers.org/job-evaluation-handbook/chapter-11/matching-procedure), read as a
stored copy; the date of reading was not kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from vacancies.profiles.rules.bands import Band, Bands, Limits
from vacancies.profiles.rules.profile import Profile
from vacancies.profiles.rules.scheme import Scheme

Outcome = Literal[
    "profile_match", "band_match", "check_lower_band_profile", "no_match", "incomplete"
]


ADVICE_ONLY = (
    "Only a trained partnership panel can decide a band. This is a preparation aid."  # MR14
)


@dataclass(frozen=True)
class Match:
    """The result of the rules for one post and one profile; always indicative (MR14).

    score: the total in points, None if a factor has no level. profile_band: the band of the
    profile, not one awarded. Factor codes are in scheme order; `failed_rules` are ids in rule
    order. `reasons`, `warnings` and `follow_up` are plain sentences to show unchanged.
    """

    outcome: Outcome
    score: int | None
    profile_band: str
    varying_factors: tuple[str, ...]
    missing_factors: tuple[str, ...]
    failed_rules: tuple[str, ...]
    reasons: tuple[str, ...]
    warnings: tuple[str, ...]
    follow_up: tuple[str, ...]
    notice: str = ADVICE_ONLY
    indicative: bool = True


OUTCOME_WORDS: Mapping[Outcome, str] = MappingProxyType(
    {
        "profile_match": "Profile match",
        "band_match": "Band match",
        "check_lower_band_profile": "Look at a profile of a lower band",
        "incomplete": "Not complete yet",
        "no_match": "No match",
    }
)
"""The name of each outcome on screen and in files, best first."""


RANK: Mapping[Outcome, int] = MappingProxyType(
    {outcome: place for place, outcome in enumerate(OUTCOME_WORDS)}
)
"""The position of each outcome in that order, from 0."""


@dataclass(frozen=True)
class Rulings:
    """Everything that matching needs besides the post and the profile."""

    scheme: Scheme
    bands: Bands
    limits: Limits


@dataclass(frozen=True)
class Comparison:
    """One post and one profile, factor by factor, before any rule but MR01 is applied.

    levels: the levels given. distances: for the factors that vary, the number of levels below
    (negative) or above the range. bands: those the profile covers; band_below: the next lower one.
    score: None if a factor is missing.
    """

    profile: Profile
    scheme: Scheme
    levels: Mapping[str, int]
    distances: Mapping[str, int]
    missing: tuple[str, ...]
    score: int | None
    bands: tuple[Band, ...]
    band_below: Band | None

    @property
    def lowest_score(self) -> int:
        """Return the lowest score of the profile's band, in points."""
        return self.bands[0].min_score

    @property
    def highest_score(self) -> int:
        """Return the highest score of the profile's band, in points."""
        return self.bands[-1].max_score


def compare(profile: Profile, levels: Mapping[str, int | None], rulings: Rulings) -> Comparison:
    """Compare `levels` ({factor code: level, or None for no evidence}) with `profile`.

    Raises LevelError for an unknown factor or a level off its scale, BandError for a profile with
    an unknown band, and KeyError for a profile without a range for a factor of the scheme.
    """
    given = {code: level for code, level in levels.items() if level is not None}
    score = sum(rulings.scheme.points(code, level) for code, level in given.items())
    distances: dict[str, int] = {}
    missing: list[str] = []
    for factor in rulings.scheme.factors:
        level = given.get(factor.code)
        if level is None:
            missing.append(factor.code)
        elif distance := profile.ranges[factor.code].distance(level):
            distances[factor.code] = distance
    covered = rulings.bands.covering(profile.band)
    return Comparison(
        profile=profile,
        scheme=rulings.scheme,
        levels=given,
        distances=distances,
        missing=tuple(missing),
        score=None if missing else score,
        bands=covered,
        band_below=rulings.bands.below(covered[0].band),
    )
