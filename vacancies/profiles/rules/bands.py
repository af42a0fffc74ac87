"""Points and bands, and how far a post may differ from a profile."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType


class BandError(ValueError):
    """A band that does not exist. The message is one plain sentence."""


@dataclass(frozen=True)
class Band:
    """One band, from `min_score` to `max_score` inclusive. closed: has no new posts."""

    band: str
    min_score: int
    max_score: int
    confirmed: bool
    source: str
    closed: bool = False
    note: str = ""

    def __contains__(self, score: int) -> bool:
        return self.min_score <= score <= self.max_score


@dataclass(frozen=True)
class Bands:
    """All bands, lowest first, without gaps."""

    bands: tuple[Band, ...]

    def __post_init__(self) -> None:
        for lower, upper in zip(self.bands, self.bands[1:], strict=False):
            if upper.min_score != lower.max_score + 1:
                raise ValueError(f"Band {upper.band} must start just above band {lower.band}.")

    @cached_property
    def by_name(self) -> Mapping[str, Band]:
        return {band.band: band for band in self.bands}

    def band(self, name: str) -> Band:
        """Return the band called `name`, such as "5" or "8a". Raises BandError if there is none."""
        known = self.by_name.get(name)
        if known is None:
            names = ", ".join(self.by_name)
            raise BandError(f"There is no band “{name[:20]}”. Bands are {names}.")
        return known

    def covering(self, name: str) -> tuple[Band, ...]:
        """Return the bands that a profile's band covers: "5" is one, "8a-8c" three, lowest first.

        Some published titles span bands. Raises BandError for a band that does not exist.
        """
        first, _, last = name.partition("-")
        lowest = self.bands.index(self.band(first))
        highest = self.bands.index(self.band(last)) if last else lowest
        if highest < lowest:
            raise BandError(f"Band “{name[:20]}” runs backwards. Put the lower band first.")
        return self.bands[lowest : highest + 1]

    def below(self, name: str) -> Band | None:
        """Return the next lower band, None for the lowest. Raises BandError for an unknown one."""
        index = self.bands.index(self.band(name))
        return self.bands[index - 1] if index else None


RULE_OF_FIXED_FACTOR = MappingProxyType({"F2": "MR04", "F12": "MR05"})
"""The rule that forbids a factor to vary; a factor without such a rule cannot be forbidden."""


@dataclass(frozen=True)
class LimitSource:
    """The source of the value of one limit, and any doubts about it."""

    limit: str
    confirmed: bool
    source: str
    doubt: str


@dataclass(frozen=True)
class Limits:
    """How far a post may differ from a profile and still match its band.

    The defaults are those of `data/matching_rules.toml`, with the reasons in `sources`. Raises
    ValueError for an invalid limit.
    """

    max_level_distance: int = 1
    max_varying_factors: int = 5
    factors_that_must_match: frozenset[str] = frozenset(RULE_OF_FIXED_FACTOR)
    hybrid_enabled: bool = False
    sources: tuple[LimitSource, ...] = ()

    def __post_init__(self) -> None:
        if self.max_level_distance < 0 or self.max_varying_factors < 0:
            raise ValueError("A limit cannot be below 0.")
        unknown = self.factors_that_must_match - RULE_OF_FIXED_FACTOR.keys()
        if unknown:
            raise ValueError(f"No rule says that {', '.join(sorted(unknown))} must match.")
