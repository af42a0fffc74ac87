"""Timelines to test with."""

from datetime import date

from kls_portal.calendar.working_days import WorkingDays
from vacancies.planning.rules.checklist import TaskList
from vacancies.planning.rules.moving import Proposal, propose
from vacancies.planning.rules.step import Planned, steps
from vacancies.planning.rules.timeline import Timeline, for_route

LONG_AGO = date(2020, 1, 1)
NO_TASKS = TaskList(groups=())


def bare(days=None, done=(), proposed=None, route="", nation="ENG") -> Timeline:
    """Return the shipped steps with these dates, done steps and stored proposed dates."""
    days, proposed = days or {}, proposed or {}
    rows = (
        Planned(step, days.get(step.id), step.id in done, proposed.get(step.id)) for step in steps()
    )
    return for_route(Timeline(tuple(rows), worked=WorkingDays(nation)), route)


def proposal(needed_by: date, today: date = LONG_AGO, nation: str = "ENG", **given) -> Proposal:
    """Return the proposal for a timeline of `given` rows."""
    move_by_hand = given.pop("move_by_hand", False)
    ways = {"opened": today, "move_by_hand": move_by_hand}
    return propose(bare(**given, nation=nation), needed_by, today, **ways)


def taken_over(needed_by: date, nation: str = "ENG") -> Timeline:
    """Return a timeline with an accepted proposal."""
    days = {row.step.id: row.day for row in proposal(needed_by, nation=nation).rows}
    return bare(days, proposed=days, nation=nation)
