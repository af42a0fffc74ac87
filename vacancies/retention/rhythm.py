"""A year of conversations: when each falls, on days that are worked.

How often is a house default: no source confirms it. So is the month: no source names one. The talks
that come with the portal lie apart, so that no two but the 1:1 fall in one month. What an event
calls for has a look back or ahead in the year instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vacancies.checklists.working_days import WorkingDays, months_after
from vacancies.retention.tool import Tool

MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True)
class Occasion:
    """One conversation of the year. `number` counts those of its tool from 1."""

    tool: Tool
    number: int
    day: date


def year_of(tools: Iterable[Tool], start: date, nation: str = "ENG") -> tuple[Occasion, ...]:
    """Return the occasions of twelve months from `start` on, in order of date.

    The first of each tool falls `first` months after the start, the next ones at its interval.
    One that would fall on a weekend or a bank holiday of the nation falls on the next working
    day. A tool that an event calls for (months 0) has none.
    """
    worked = WorkingDays(nation).next_working_day
    found = [
        Occasion(tool, number, worked(months_after(start, months)))
        for tool in tools
        if tool.months
        for number, months in enumerate(
            range(tool.first, MONTHS_IN_A_YEAR + 1, tool.months), start=1
        )
    ]
    return tuple(sorted(found, key=lambda occasion: (occasion.day, occasion.tool.id)))
