"""Where a vacancy is: what is reached, its next step, its stages, the days that come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vacancies.planning.rules.step import Planned, stages
from vacancies.planning.rules.timeline import Timeline

SHOWN = 3
"""Dates that come next, on the first page of a vacancy."""


def reached(timeline: Timeline) -> frozenset[str]:
    """Return the ids of the steps that are reached: done, or before one that is.

    What happens by itself is nothing to do, so it counts as reached.
    """
    found = {row.id for row in timeline.rows if row.done or row.step.fact}
    for row in reversed(timeline.rows):
        if row.id in found:
            found.add(row.step.after)
    return frozenset(found)


def next_step(timeline: Timeline) -> Planned | None:
    """Return the earliest step that is not reached and can be done; None if none is left.

    A step can be done once what it belongs to is reached. One without a day comes last; of one day,
    the first in the order of the plan.
    """
    done = reached(timeline)
    can_be_done = [
        row
        for row in timeline.rows
        if row.id not in done and (row.step.after in done or not row.step.after)
    ]
    return min(can_be_done, key=_shown_day, default=None)


def coming(timeline: Timeline, today: date) -> tuple[Planned, ...]:
    """Return the next steps with a day, from today on, that are not reached yet."""
    done = reached(timeline)
    rows = [row for row in timeline.rows if row.day and row.day >= today and row.id not in done]
    return tuple(sorted(rows, key=_shown_day)[:SHOWN])


@dataclass(frozen=True)
class StageDates:
    """A stage of the plan. left: its steps to reach; day: of the last of them, or of all."""

    slug: str
    name: str
    left: int
    day: date | None
    is_done: bool


def stage_dates(timeline: Timeline) -> tuple[StageDates, ...]:
    """Return all stages in order, also those that the contract has no step in.

    Such a one is done once a later one is begun.
    """
    done, found, order = reached(timeline), [], list(stages())
    begun = max((order.index(row.step.stage) for row in timeline.rows if row.id in done), default=0)
    for place, (slug, name) in enumerate(stages().items()):
        rows = [row for row in timeline.rows if row.step.stage == slug]
        left = [row for row in rows if row.id not in done]
        is_done = not left and (bool(rows) or place < begun)
        found.append(StageDates(slug, name, len(left), _last(left or rows), is_done))
    return tuple(found)


def current_stage(timeline: Timeline) -> str:
    """Return the slug of the stage of the next step, of the last stage if none is left."""
    step = next_step(timeline)
    return step.step.stage if step else list(stages())[-1]


def _shown_day(row: Planned) -> date:
    return row.day or date.max


def _last(rows: Iterable[Planned]) -> date | None:
    return max((row.day for row in rows if row.day), default=None)
