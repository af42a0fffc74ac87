"""The result of comparing a post with a profile."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

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
