"""The same evidence compared with several profiles, and profiles compared side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from vacancies.evaluation.services.evidence import levels_of
from vacancies.posts.models import Vacancy
from vacancies.profiles.models import Profile
from vacancies.profiles.rules.comparison import OUTCOME_WORDS
from vacancies.profiles.rules.ranking import Ranked, ranking
from vacancies.profiles.rules.scheme import Factor, LevelRange
from vacancies.profiles.services.profiles import rulings, value_of

DIFFERENCES = {
    "same": "The same",
    "shared": "Differ, but share a level",
    "apart": "Differ: no level in common",
    "missing": "Cannot say: a range is missing",
}
"""How the ranges of a factor compare, in words."""


@dataclass(frozen=True)
class Candidate:
    """A stored profile with its rank in the comparison; `outcome` in words."""

    profile: Profile
    ranked: Ranked
    outcome: str
    chosen: bool


@dataclass(frozen=True)
class ComparedFactor:
    """One factor of several profiles: (its name, its label or "") of each, and how they differ.

    levels: a key of DIFFERENCES.
    """

    factor: Factor
    of_each: tuple[tuple[str, str], ...]
    levels: str

    @property
    def difference(self) -> str:
        return DIFFERENCES[self.levels]

    @property
    def differs(self) -> bool:
        return self.levels != "same"


def candidates_for(vacancy: Vacancy) -> tuple[list[Candidate], list[Profile]]:
    """Return the profiles compared with the evidence, best first, and those without all ranges.

    They are the profiles in force and the vacancy's own. Fetch the vacancy with `for_evidence()`.
    """
    known = rulings()
    offered = Profile.objects.for_libraries().offered_with(vacancy.profile_id)
    stored = {profile.code: profile for profile in offered.in_band_order().with_factors()}
    values = [value_of(profile) for profile in stored.values()]
    whole = [value for value in values if not known.scheme.missing(value.ranges)]
    ranks = ranking(whole, levels_of(vacancy), known)
    candidates = [
        Candidate(
            profile=stored[ranked.profile.id],
            ranked=ranked,
            outcome=OUTCOME_WORDS[ranked.match.outcome],
            chosen=stored[ranked.profile.id].pk == vacancy.profile_id,
        )
        for ranked in ranks
    ]
    codes = {value.id for value in whole}
    return candidates, [profile for code, profile in stored.items() if code not in codes]


def side_by_side(profiles: Sequence[Profile]) -> list[ComparedFactor]:
    """Return every factor with the range of each profile. Fetch the profiles `with_factors()`."""
    if not profiles:
        return []
    ranges = [value_of(profile).ranges for profile in profiles]
    return [
        ComparedFactor(
            factor=factor,
            of_each=tuple(
                (str(profile), levels.label if levels else "")
                for profile, levels in zip(profiles, row, strict=True)
            ),
            levels=_compared(row),
        )
        for factor in rulings().scheme.factors
        for row in [[levels.get(factor.code) for levels in ranges]]
    ]


def _compared(ranges: Sequence[LevelRange | None]) -> str:
    spans = [(levels.lowest, levels.highest) for levels in ranges if levels]
    if len(spans) < len(ranges):
        return "missing"
    if len(set(spans)) == 1:
        return "same"
    if max(low for low, _ in spans) > min(high for _, high in spans):
        return "apart"
    return "shared"
