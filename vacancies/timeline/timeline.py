"""The timeline of one vacancy: every step in order, and what hangs on what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from vacancies.timeline.step import Planned


@dataclass(frozen=True)
class Timeline:
    """The steps of a vacancy. A step stands behind the one it hangs on."""

    rows: tuple[Planned, ...]

    @cached_property
    def _by_id(self) -> Mapping[str, Planned]:
        return {row.id: row for row in self.rows}

    def row(self, step_id: str) -> Planned:
        """Return the row of a step. Raises KeyError where there is none."""
        return self._by_id[step_id]

    @property
    def goal(self) -> Planned:
        """Return the step by which somebody is needed."""
        return next(row for row in self.rows if row.step.goal)

    def above(self, step_id: str) -> tuple[Planned, ...]:
        """Return what a step hangs on, the nearest first."""
        found, step = [], self.row(step_id).step
        while step.after in self._by_id:
            found.append(self._by_id[step.after])
            step = found[-1].step
        return tuple(found)

    def below(self, step_id: str) -> tuple[Planned, ...]:
        """Return everything that hangs on a step, directly or not, in order."""
        reached = {step_id}
        for row in self.rows:
            if row.step.after in reached:
                reached.add(row.id)
        return tuple(row for row in self.rows if row.id in reached and row.id != step_id)

    def on(self, days: Mapping[str, date | None]) -> "Timeline":
        """Return the timeline with other days for some steps, set by whoever did it before."""
        return Timeline(tuple(replace(row, day=days.get(row.id, row.day)) for row in self.rows))


def timeline(rows: Iterable[Planned]) -> Timeline:
    """Return a timeline. Raises ValueError where a step does not stand behind what it hangs on."""
    seen: set[str] = set()
    found = tuple(rows)
    for row in found:
        if row.step.after and row.step.after not in seen:
            raise ValueError(f"The step {row.id} hangs on {row.step.after}, which comes later.")
        seen.add(row.id)
    return Timeline(found)
