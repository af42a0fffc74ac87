"""A profile: the usual level, or range of levels, of a kind of post for each factor."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from vacancies.profiles.rules.scheme import LabelError, LevelRange, Scheme, parse_label

ILLUSTRATIVE_LABEL = "Illustrative: not a national profile"


@dataclass(frozen=True)
class Profile:
    """A profile with a range of levels by factor code.

    status: "national" for one published by the NHS Staff Council, else "illustrative". read_on: the
    day it was read at its source, None if not recorded.
    """

    id: str
    title: str
    band: str
    status: str
    source: str
    confirmed: bool
    ranges: Mapping[str, LevelRange] = field(hash=False)
    note: str = ""
    read_on: date | None = None

    @property
    def is_illustrative(self) -> bool:
        """Whether this is example data, as is anything not known to be national."""
        return self.status != "national"


def ranges_from_labels(labels: Mapping[str, str], scheme: Scheme) -> dict[str, LevelRange]:
    """Parse a label for every factor: {"F1": "4a", …} to {"F1": LevelRange, …} in scheme order.

    Raises LabelError, with the factor's name, for a label that cannot be read or is left out, and
    LevelError for a factor that the scheme does not have.
    """
    for code in labels:
        scheme.factor(code)
    ranges: dict[str, LevelRange] = {}
    for factor in scheme.factors:
        try:
            ranges[factor.code] = parse_label(labels.get(factor.code, ""), factor.number_of_levels)
        except LabelError as error:
            raise LabelError(f"{factor.name}: {error}") from error
    return ranges


MOST_POINTS = 1_000
"""The highest points allowed for a level of a factor or a whole post: the scheme's own total."""


@dataclass(frozen=True)
class Fault:
    """A fault, in one plain sentence, with its level or band (`at`) and the value concerned."""

    at: str
    field: str
    sentence: str


def faults_of_points(factor: str, points: Mapping[int, int]) -> Iterator[Fault]:
    """Yield the faults in {level: points} of one factor: points must rise with each level."""
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
    """Yield the faults in (band, lowest, highest score) in band order: gaps and overlaps."""
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
