"""The tools to keep staff, and when in the year each has its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from kls_portal.plain_values import rows_in
from vacancies.planning.rules.checklist import Owner, Situation, TemplateGroup, TemplateTask
from vacancies.planning.rules.dating import dated


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
    known = {tool.id: tool for tool in tools}
    groups = [TemplateGroup(tool.id, tool.name, tuple(_tasks(tool))) for tool in known.values()]
    found = [
        Occasion(known[group.id], int(task.id), task.due)
        for group in dated(groups, Situation(start=start, nation=nation))
        for task in group.tasks
        if task.due
    ]
    return tuple(sorted(found, key=lambda occasion: (occasion.day, occasion.tool.id)))


def _tasks(tool: Tool) -> Iterator[TemplateTask]:
    months = range(tool.first, MONTHS_IN_A_YEAR + 1, tool.months) if tool.months else ()
    for number, month in enumerate(months, start=1):
        owner = Owner("", tool.who)
        yield TemplateTask(
            str(number), tool.year_words, owner, 0, tool.source, tool.confirmed, months=month
        )


DATA = Path(__file__).resolve().parent.parent / "data" / "retention.toml"


@lru_cache(maxsize=1)
def tools() -> tuple[Tool, ...]:
    """Return every tool in the order of the file."""
    return rows_in(DATA, "tools", Tool)
