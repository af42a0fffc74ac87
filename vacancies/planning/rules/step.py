"""The steps of the timeline, as shipped in `data/timeline.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

WORKING, CALENDAR, ADVERT = "working", "calendar", "advert"
"""How the days between two steps count: working days, any days, or the time to apply."""

UNITS = {WORKING: "Working days", CALENDAR: "Days", ADVERT: "Time to apply"}


@dataclass(frozen=True)
class Step:
    """One step.

    after: id of the step it hangs on, "" for the first. days and unit: how long after that step
    at least. column: where the vacancy itself keeps the date, "" for a step of the timeline
    alone. goal: the day by which somebody is needed. fact: whether it happens by itself, so that no
    day is worked out for it. guide: path of the guidance page. confirmed: whether the number of
    days was read in the source. not_routes: contracts (values of Vacancy.Contract) that have no
    need of it. gap_days: the days instead, where what it belongs to is left out; None for as many.
    probation: FINAL for the final review, BEFORE for what comes no later than it; "" otherwise.
    stage: the slug of the part of the plan that it stands in.
    """

    id: str
    name: str
    who: str
    after: str
    days: int
    unit: str
    source: str
    confirmed: bool
    note: str = ""
    column: str = ""
    goal: bool = False
    fact: bool = False
    guide: str = ""
    not_routes: tuple[str, ...] = ()
    gap_days: int | None = None
    probation: str = ""
    stage: str = ""

    @property
    def stays(self) -> bool:
        """Whether every vacancy has it: the vacancy's own dates, and the goal."""
        return bool(self.column) or self.goal

    def is_for(self, route: str) -> bool:
        """Whether a vacancy with this contract has need of it; "" for one not decided yet."""
        return self.stays or route not in self.not_routes


@dataclass(frozen=True)
class Planned:
    """A step with its day, None where it has none yet.

    proposed: the day that the portal last worked out for it. Once done, `day` is when it was.
    assumed: whether nobody took the day over yet (see `filled`).
    """

    step: Step
    day: date | None = None
    done: bool = False
    proposed: date | None = None
    assumed: bool = False

    @property
    def id(self) -> str:
        """Return the id of the step."""
        return self.step.id

    @property
    def by_hand(self) -> bool:
        """Whether somebody set the day: it is another one than the portal worked out."""
        return self.day is not None and self.day != self.proposed


DATA = Path(__file__).resolve().parent.parent / "data" / "timeline.toml"


@cache
def stages() -> dict[str, str]:
    """Return the names of the parts of a plan by slug, in the order in which they come."""
    found: dict[str, str] = _file()["stages"]
    return found


@cache
def steps() -> tuple[Step, ...]:
    """Return every step in the order of the file. Raises TypeError for a field too many."""
    rows = _file()["steps"]
    return tuple(Step(**{**row, "not_routes": tuple(row.get("not_routes", ()))}) for row in rows)


@cache
def milestones() -> frozenset[str]:
    """Return the ids of all steps."""
    return frozenset(step.id for step in steps())


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
