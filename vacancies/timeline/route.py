"""The timeline with some of its steps: those a contract has need of, or the own dates alone.

What follows a step that is left out hangs on what that one hung on, and so on upwards. The days of
the step left out fall away: what follows keeps its own days, or takes its `gap_days` if it has any
(nobody waits for a notice period where no notice is given). Nothing stored is touched, so that
another contract brings the steps back with their dates.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from vacancies.timeline.loading import steps
from vacancies.timeline.step import Planned, Step
from vacancies.timeline.timeline import Timeline, timeline


def for_route(whole: Timeline, route: str) -> Timeline:
    """Return the timeline of a vacancy with this contract (a value of Vacancy.Contract, or "")."""
    return _only(whole, lambda step: step.is_for(route))


def of_own_dates(days: Mapping[str, date | None]) -> Timeline:
    """Return the timeline of the vacancy's own dates alone. days: by column; none, if left out."""
    whole = timeline(Planned(step, days.get(step.column)) for step in steps())
    return _only(whole, lambda step: bool(step.column))


def _only(whole: Timeline, keeps: Callable[[Step], bool]) -> Timeline:
    instead: dict[str, str] = {}
    kept = []
    for row in whole.rows:
        after = instead.get(row.step.after, row.step.after)
        if keeps(row.step):
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
