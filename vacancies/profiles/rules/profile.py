"""A profile: for each factor the level, or range of levels, that a kind of post usually has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vacancies.profiles.rules.scheme import LabelError, LevelRange, Scheme, parse_label

ILLUSTRATIVE_LABEL = "Illustrative: not a national profile"


@dataclass(frozen=True)
class Profile:
    """A profile with a range of levels by factor code.

    `status` is "national" for one published by the NHS Staff Council, else "illustrative".
    `read_on` is the day it was read at its source, None where that was not kept.
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
        """Whether this is example data. Anything not known to be national counts as such."""
        return self.status != "national"


def ranges_from_labels(labels: Mapping[str, str], scheme: Scheme) -> dict[str, LevelRange]:
    """Read a label for every factor: {"F1": "4a", …} to {"F1": LevelRange, …} in scheme order.

    Raises LabelError, with the factor's name, for a label that cannot be read or is left out,
    and LevelError for a factor that the scheme does not have.
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
