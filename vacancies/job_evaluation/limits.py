"""The limits of the matching rules. Settings, because their sources disagree or are unread."""

from dataclasses import dataclass
from types import MappingProxyType

RULE_OF_FIXED_FACTOR = MappingProxyType({"F2": "MR04", "F12": "MR05"})
"""The rule that forbids a factor to vary. A factor without such a rule cannot be forbidden."""


@dataclass(frozen=True)
class LimitSource:
    """Where the value of one limit comes from, and what speaks against it."""

    limit: str
    confirmed: bool
    source: str
    doubt: str


@dataclass(frozen=True)
class Limits:
    """How far a post may differ from a profile and still match its band.

    The defaults are those of `vacancies/data/matching_rules.toml`; `sources` says for each why.
    Raises ValueError for a limit that makes no sense.
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
