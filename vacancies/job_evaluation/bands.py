"""Agenda for Change bands and their score ranges.

Source: band 5 from the Royal College of Nursing's page on NHS job evaluation; the others are
background knowledge, marked as such in `vacancies/data/bands.toml`.

A score never awards a band here: only a trained partnership panel does that (rule MR14).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


class BandError(ValueError):
    """A band that does not exist. The message is one plain sentence."""


@dataclass(frozen=True)
class Band:
    """One band; `min_score` and `max_score` both belong to it. `closed`: no new posts."""

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
    """All bands, lowest first, without a gap between them."""

    bands: tuple[Band, ...]

    def __post_init__(self) -> None:
        for lower, upper in zip(self.bands, self.bands[1:], strict=False):
            if upper.min_score != lower.max_score + 1:
                raise ValueError(f"Band {upper.band} must start just above band {lower.band}.")

    @cached_property
    def by_name(self) -> Mapping[str, Band]:
        """The bands by name: {"8a": …}."""
        return {band.band: band for band in self.bands}

    def band(self, name: str) -> Band:
        """The band called `name`, such as "5" or "8a". Raises BandError if there is none."""
        found = self.by_name.get(name)
        if found is None:
            names = ", ".join(self.by_name)
            raise BandError(f"There is no band “{name[:20]}”. Bands are {names}.")
        return found

    def covering(self, name: str) -> tuple[Band, ...]:
        """The bands a profile's band stands for: "5" is one, "8a-8c" is three, lowest first.

        Some published titles span bands. Raises BandError for one that does not exist.
        """
        first, _, last = name.partition("-")
        lowest = self.bands.index(self.band(first))
        highest = self.bands.index(self.band(last)) if last else lowest
        if highest < lowest:
            raise BandError(f"Band “{name[:20]}” runs backwards. Put the lower band first.")
        return self.bands[lowest : highest + 1]

    def below(self, name: str) -> Band | None:
        """The next lower band, or None below the lowest. Raises BandError if there is no `name`."""
        index = self.bands.index(self.band(name))
        return self.bands[index - 1] if index else None
