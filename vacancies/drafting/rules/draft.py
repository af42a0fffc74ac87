"""The rows of a draft as plain values: PKSB areas, duties and criteria."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kls_portal.in_words import counted
from kls_portal.plain_values import rows_in

DATA = Path(__file__).resolve().parent.parent / "data" / "pksb_areas.toml"


@cache
def areas() -> Mapping[str, str]:
    """Return the names of the areas of the PKSB by slug, in order. A slug is never reused."""
    rows = rows_in(DATA, "areas", dict[str, str])
    return MappingProxyType({row["slug"]: row["name"] for row in rows})


WHOLE = 100
TOLERANCE = 5


@dataclass(frozen=True)
class Duty:
    """One main duty, in the order of the job description.

    `share` is a percentage of the working time; `area` is a slug of `areas`.
    """

    id: int
    text: str
    group: str = ""
    share: int | None = None
    area: str = ""

    @property
    def about(self) -> str:
        """The id by which reviewers' answers refer to the duty."""
        return f"duty-{self.id}"


def share_sentence(duties: Sequence[Duty]) -> str:
    """Return a sentence on the sum of the shares, or "" without shares or for a sum of about 100.

    While some duties have no share, only a sum that is too large counts as wrong. A share in a
    group is that of the whole group, as old job descriptions give it.
    """
    given = [duty.share for duty in duties if duty.share is not None]
    shared = {duty.group for duty in duties if duty.group and duty.share is not None}
    total = sum(given)
    without = sum(duty.share is None and duty.group not in shared for duty in duties)
    if not given or (without == 0 and abs(total - WHOLE) <= TOLERANCE):
        return ""
    added = f"The shares of time add up to {total}%"
    if without and total <= WHOLE + TOLERANCE:
        have = counted(without, "duty has", "duties have")
        return f"{added} so far, and {have} no share yet."
    return f"{added}. They should add up to about {WHOLE}%."


APPLICATION, INTERVIEW, TASK = "application", "interview", "task"
PRESENTATION, CERTIFICATE = "presentation", "certificate"

METHODS = {
    APPLICATION: "Application form",
    INTERVIEW: "Interview",
    TASK: "Assessment task",
    PRESENTATION: "Presentation",
    CERTIFICATE: "Certificate or reference",
}
"""The ways to assess a criterion, in order."""


@dataclass(frozen=True)
class Criterion:
    """One line of the person specification.

    `assessed_by` holds slugs of METHODS; `duties`, the ids of the duties that need it.
    """

    id: int
    category: str
    essential: bool
    text: str
    assessed_by: tuple[str, ...] = ()
    duties: tuple[int, ...] = ()

    @property
    def about(self) -> str:
        """The id by which reviewers' answers refer to the criterion."""
        return f"criterion-{self.id}"

    @property
    def assessed(self) -> str:
        """The methods in a line, such as "Interview, assessment task", where they are in words."""
        return ", ".join(
            method[:1].lower() + method[1:] if place else method
            for place, method in enumerate(self.assessed_by)
        )


def essential_first(criteria: Iterable[Any]) -> list[Any]:
    """Return criteria in the order of the pages: essential ones first."""
    return sorted(criteria, key=lambda criterion: not criterion.essential)
