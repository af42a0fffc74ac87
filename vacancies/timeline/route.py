"""The timeline without the steps that a route into a post has no need of.

What follows a step that is left out hangs on what that one hung on, and so on upwards. The days of
the step left out fall away: what follows keeps its own days, or takes its `gap_days` if it has any
(nobody waits for a notice period where no notice is given). Nothing stored is touched, so that
another contract brings the steps back with their dates.
"""

from dataclasses import replace

from vacancies.timeline.step import Planned
from vacancies.timeline.timeline import Timeline


def for_route(timeline: Timeline, route: str) -> Timeline:
    """Return the timeline of a vacancy with this contract (a value of Vacancy.Contract, or "")."""
    instead: dict[str, str] = {}
    kept = []
    for row in timeline.rows:
        after = instead.get(row.step.after, row.step.after)
        if row.step.is_for(route):
            kept.append(_hung(row, after))
        else:
            instead[row.id] = after
    return Timeline(tuple(kept))


def _hung(row: Planned, after: str) -> Planned:
    step = row.step
    if after == step.after:
        return row
    days = step.days if step.gap_days is None else step.gap_days
    return replace(row, step=replace(step, after=after, days=days))
