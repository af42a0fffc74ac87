"""The tools to keep staff, and when in the year each has its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from kls_portal.calendar.working_days import WorkingDays, months_after
from kls_portal.plain_values import rows_in


@dataclass(frozen=True)
class Tool:
    """A conversation, map or offer with a form to prepare.

    own_questions: what the person asks themselves first; questions: what both talk over. table:
    heads of a table to fill in, () for none. months: between two of them in a year's rhythm, 0
    where an event alone calls for it. first: months from the start of the year to the first of
    them. in_year: what the calendar then says, "" for the name; an event calls for the talk itself.
    guide: path of the guidance page. `confirmed` says whether the idea was read in the source;
    how often and in which month it is done is a house default throughout.
    """

    id: str
    name: str
    purpose: str
    who: str
    how_often: str
    months: int
    first: int
    own_questions: tuple[str, ...]
    questions: tuple[str, ...]
    signs: tuple[str, ...]
    caution: str
    guide: str
    source: str
    confirmed: bool
    table_name: str = ""
    table: tuple[str, ...] = ()
    table_rows: int = 0
    in_year: str = ""

    @property
    def year_words(self) -> str:
        """Return what a year's calendar says of it."""
        return self.in_year or self.name


@dataclass(frozen=True)
class Preparation:
    """What a manager settled for one form; nothing of it is stored.

    post: a job title or "". questions: those chosen; more: questions of their own.
    """

    tool: Tool
    questions: tuple[str, ...]
    post: str = ""
    organisation: str = ""
    more: tuple[str, ...] = ()


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


DATA = Path(__file__).resolve().parent.parent / "data" / "retention.toml"


@lru_cache(maxsize=1)
def tools() -> tuple[Tool, ...]:
    """Return every tool in the order of the file."""
    return rows_in(DATA, "tools", Tool)
