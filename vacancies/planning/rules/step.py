"""The steps of the timeline, as shipped in `data/timeline.toml`."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kls_portal.plain_values import rows_in

WORKING, CALENDAR, ADVERT = "working", "calendar", "advert"
"""How days between two steps are counted: working days, calendar days or time to apply."""

UNITS = {WORKING: "Working days", CALENDAR: "Days", ADVERT: "Time to apply"}


@dataclass(frozen=True)
class Step:
    """One step.

    after: id of the step it depends on, "" for the first. days and unit: the minimum time after
    that step. column: the Vacancy field that stores the date, "" for a step of the timeline alone.
    goal: whether it is the day by which somebody is needed. fact: whether it happens by itself, so
    that no date is calculated for it. guide: path of the guidance page. confirmed: whether the
    number of days was found in the source. not_routes: contracts (values of Vacancy.Contract) that
    do not need it. gap_days: replaces `days` where the step it depends on is left out; None for no
    change. probation: FINAL for the final review, BEFORE for a step due no later than it; ""
    otherwise. stage: the slug of its part of the plan.
    """

    id: str
    name: str
    who: str
    after: str
    days: int
    unit: str
    source: str
    confirmed: bool = False
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
        """Whether every vacancy has the step: one of the vacancy's own dates, or the goal."""
        return bool(self.column) or self.goal

    def is_for(self, route: str) -> bool:
        """Whether a vacancy with this contract needs the step; "" if it is not decided yet."""
        return self.stays or route not in self.not_routes


@dataclass(frozen=True)
class Planned:
    """A step with its date, None while it has none.

    proposed: the date that the portal last calculated. Once done, `day` is when that was.
    assumed: whether the date is only assumed (see `filled`).
    """

    step: Step
    day: date | None = None
    done: bool = False
    proposed: date | None = None
    assumed: bool = False

    @property
    def id(self) -> str:
        return self.step.id

    @property
    def by_hand(self) -> bool:
        """Whether somebody set the date, so that it differs from the calculated one."""
        return self.day is not None and self.day != self.proposed


DATA = Path(__file__).resolve().parent.parent / "data" / "timeline.toml"


@cache
def steps() -> tuple[Step, ...]:
    """Return every step in the order of the file. Raises WrongValuesError."""
    return rows_in(DATA, "steps", Step)


@cache
def milestones() -> frozenset[str]:
    return frozenset(step.id for step in steps())
