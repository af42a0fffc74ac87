"""Dates in the wrong order."""

from dataclasses import dataclass
from datetime import date

from vacancies.checklists.start_date import written
from vacancies.timeline.step import Planned, Step
from vacancies.timeline.timeline import Timeline


@dataclass(frozen=True)
class Clash:
    """A step on a day that does not come after the step above it."""

    step: Step
    day: date
    above: Step
    above_day: date

    @property
    def sentence(self) -> str:
        """Return the sentence that says so."""
        return (
            f"“{self.step.name}” on {written(self.day)} "
            f"must come after “{self.above.name}” on {written(self.above_day)}."
        )


def clashes(timeline: Timeline) -> tuple[Clash, ...]:
    """Return each step that comes before what it hangs on.

    Two steps may share a day, but not two of the vacancy's own dates.
    """
    found = (_clash(timeline, row) for row in timeline.rows)
    return tuple(one for one in found if one)


def _clash(timeline: Timeline, row: Planned) -> Clash | None:
    if row.day is None:
        return None
    for above in timeline.above(row.id):
        both = bool(row.step.column and above.step.column)
        if above.day and (above.day > row.day or (both and above.day == row.day)):
            return Clash(row.step, row.day, above.step, above.day)
    return None
