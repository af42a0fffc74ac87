"""The retention tools, and when in the year each is used."""

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
    """A conversation, map or offer with a preparation form.

    own_questions: for the person to think about first; questions: to discuss together. table: the
    column headings of a table to fill in, () for none. months: the interval in the yearly rhythm,
    0 if only an event calls for it. first: months from the start of the year to the first
    occasion. in_year: its name in the calendar, "" to use `name`, for a conversation that otherwise
    follows an event. guide: path of the guidance page. confirmed: whether the idea was found in
    the source; how often and in which month it is used is always a house default.
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
        """Return the name of the tool in a year's calendar."""
        return self.in_year or self.name


@dataclass(frozen=True)
class Preparation:
    """A manager's choices for one form, none of which are stored.

    post: a job title or "". questions: those chosen; more: the manager's own questions.
    """

    tool: Tool
    questions: tuple[str, ...]
    post: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Action:
    """What somebody promised, and by when."""

    text: str
    by: str


@dataclass(frozen=True)
class Filled:
    """What two people wrote on a form. date, place, next_time: of their meeting.

    answers: to the person's own questions, then to those that were discussed. rows: of the table.
    """

    date: str = ""
    place: str = ""
    next_time: str = ""
    answers: tuple[str, ...] = ()
    manager: tuple[Action, ...] = ()
    person: tuple[Action, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True)
class Occasion:
    """One conversation of the year. `number` counts those of the same tool from 1."""

    tool: Tool
    number: int
    day: date


def year_of(tools: Iterable[Tool], start: date, nation: str = "ENG") -> tuple[Occasion, ...]:
    """Return the occasions in the twelve months from `start`, in order of date.

    The first of each tool is `first` months after the start, the others follow at its interval.
    An occasion on a weekend or bank holiday of the nation moves to the next working day. A tool
    that follows an event (months 0) has none.
    """
    known = {tool.id: tool for tool in tools}
    groups = [TemplateGroup(tool.id, tool.name, tuple(_tasks(tool))) for tool in known.values()]
    occasions = [
        Occasion(known[group.id], int(task.id), task.due)
        for group in dated(groups, Situation(start=start, nation=nation))
        for task in group.tasks
        if task.due
    ]
    return tuple(sorted(occasions, key=lambda occasion: (occasion.day, occasion.tool.id)))


def months_of(tool: Tool) -> tuple[int, ...]:
    """Return the months of a year, counted from 1, in which a tool is used."""
    return tuple(range(tool.first, MONTHS_IN_A_YEAR + 1, tool.months)) if tool.months else ()


def _tasks(tool: Tool) -> Iterator[TemplateTask]:
    for number, month in enumerate(months_of(tool), start=1):
        owner = Owner("", tool.who)
        yield TemplateTask(
            str(number), tool.year_words, owner, 0, tool.source, tool.confirmed, months=month
        )


DATA = Path(__file__).resolve().parent.parent / "data" / "retention.toml"


@lru_cache(maxsize=1)
def tools() -> tuple[Tool, ...]:
    """Return every tool in the order of the file."""
    return rows_in(DATA, "tools", Tool)
