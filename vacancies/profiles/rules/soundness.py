"""What points and bands must keep to, whoever corrects them: points rise, bands touch.

Source: the shape of the scheme, NHS Job Evaluation Handbook, chapter 5 (factor plan): each level
is worth more than the one below, every score lies in one band. As recorded with its doubts in
`vacancies/profiles/data/factors.toml` and `bands.toml`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

MOST_POINTS = 1_000
"""The most points a factor's level, or a whole post, can have here: the scheme's own total."""


@dataclass(frozen=True)
class Fault:
    """What is wrong, at which level or band (`at`), in which of its values. One plain sentence."""

    at: str
    field: str
    sentence: str


def faults_of_points(factor: str, points: Mapping[int, int]) -> Iterator[Fault]:
    """What is wrong with {level: points} of one factor: each level is worth more than the last."""
    last = 0
    for level, worth in sorted(points.items()):
        at = f"{factor}-{level}"
        if not 1 <= worth <= MOST_POINTS:
            yield Fault(at, "points", f"Points must be between 1 and {MOST_POINTS}.")
        elif worth <= last:
            yield Fault(
                at,
                "points",
                f"Level {level} has {worth} points, but the level below has {last}. "
                "Points must rise with the level.",
            )
        last = worth


def faults_of_bands(ranges: Sequence[tuple[str, int, int]]) -> Iterator[Fault]:
    """What is wrong with (band, lowest, highest score) in band order: no gap and no overlap."""
    last: tuple[str, int] | None = None
    for band, lowest, highest in ranges:
        at = f"band-{band}"
        if highest <= lowest:
            yield Fault(
                at, "max_score", f"The highest score of band {band} must be above its lowest."
            )
        elif last and lowest != last[1] + 1:
            wrong = "leave a gap" if lowest > last[1] + 1 else "overlap"
            yield Fault(
                at,
                "min_score",
                f"Bands {last[0]} and {band} {wrong}. Band {last[0]} ends at {last[1]}, "
                f"so band {band} must start at {last[1] + 1}.",
            )
        last = (band, highest)
