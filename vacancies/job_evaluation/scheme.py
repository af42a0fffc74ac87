"""The scheme's 16 factors, their levels and points.

Source: NHS Job Evaluation Handbook, chapter 5 (factor plan), as recorded cell by cell in
`vacancies/data/factors.toml` with what was read and what was not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


class LevelError(ValueError):
    """A level or factor the scheme does not have. The message is one plain sentence."""


@dataclass(frozen=True)
class Level:
    """One level of a factor. `strands` pairs a letter of a published label with its meaning."""

    level: int
    points: int
    points_confirmed: bool
    gist: str
    gist_confirmed: bool
    points_source: str = ""
    strands: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Factor:
    """One of the 16 things a job is measured by. `levels` run from level 1 without a gap."""

    code: str
    order: int
    key: str
    name: str
    group: str
    meaning: str
    evidence_prompt: str
    may_vary: bool
    levels: tuple[Level, ...]
    gist_source: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if [level.level for level in self.levels] != list(range(1, len(self.levels) + 1)):
            raise ValueError(f"The levels of {self.code} must run from 1 without a gap.")

    @property
    def number_of_levels(self) -> int:
        """How many levels the factor has, which is also its highest level."""
        return len(self.levels)

    def level(self, number: int) -> Level:
        """The level `number`, from 1. Raises LevelError for one the factor does not have."""
        if not isinstance(number, int) or isinstance(number, bool):
            raise LevelError(f"{self.name}: the level must be a whole number.")
        if not 1 <= number <= len(self.levels):
            raise LevelError(
                f"{self.name} has levels 1 to {len(self.levels)}, so level {number} cannot be used."
            )
        return self.levels[number - 1]

    def points(self, number: int) -> int:
        """The points of level `number`. Raises LevelError for one the factor does not have."""
        return self.level(number).points


@dataclass(frozen=True)
class Scheme:
    """All factors in their order."""

    factors: tuple[Factor, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Factor]:
        """The factors by code: {"F1": …}."""
        return {factor.code: factor for factor in self.factors}

    def factor(self, code: str) -> Factor:
        """The factor with this code. Raises LevelError if there is none."""
        found = self.by_code.get(code)
        if found is None:
            first, last = self.factors[0].code, self.factors[-1].code
            raise LevelError(f"There is no factor “{code[:20]}”. Use {first} to {last}.")
        return found

    def points(self, code: str, level: int) -> int:
        """The points of one factor at one level. Raises LevelError if either does not exist."""
        return self.factor(code).points(level)

    def total(self, levels: Mapping[str, int]) -> int:
        """The points of all `levels` together: {factor code: level} for every factor.

        Raises LevelError for a factor left out, one too many, or a level off the scale.
        """
        missing = self.missing(levels)
        if missing:
            raise LevelError(f"A total needs all factors. Not given: {', '.join(missing)}.")
        return sum(self.points(code, level) for code, level in levels.items())

    def missing(self, given: Iterable[str]) -> tuple[str, ...]:
        """The codes of the factors not in `given`, in the order of the scheme."""
        known = set(given)
        return tuple(factor.code for factor in self.factors if factor.code not in known)
