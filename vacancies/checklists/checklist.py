"""The values a checklist is made of: what goes in (tasks, the situation) and what comes out.

Everything here is frozen and holds no rule; `plan.py` turns a `Template` and a `Situation`
into a `Checklist`, and the exports draw a `Checklist`.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Owner:
    """Who sees to a task: a slug such as "line-manager" and the words to show."""

    slug: str
    name: str


@dataclass(frozen=True)
class TemplateTask:
    """One task of a template.

    `due` counts working days from the start date: 0 is day one, -5 a working week before,
    5 the sixth working day. The `solo_` fields replace text and owner where the starter works
    alone; empty means no change. `bands` empty means every band.
    """

    id: str
    text: str
    owner: Owner
    due: int
    source: str
    confirmed: bool
    bands: tuple[str, ...] = ()
    only_managers: bool = False
    only_teams: bool = False
    solo_text: str = ""
    solo_owner: Owner | None = None


@dataclass(frozen=True)
class TemplateGroup:
    """A stretch of time ("Week one") with its tasks in order."""

    id: str
    name: str
    tasks: tuple[TemplateTask, ...]


@dataclass(frozen=True)
class Situation:
    """What a checklist is tailored by. `start` is the first working day agreed."""

    role: str
    band: str
    start: date
    manages_people: bool = False
    works_alone: bool = False
    organisation: str = ""


@dataclass(frozen=True)
class Task:
    """One dated task. `due` is a working day; `confirmed` is False for a house suggestion."""

    id: str
    text: str
    owner: Owner
    due: date
    source: str
    confirmed: bool


@dataclass(frozen=True)
class Group:
    """A stretch of time with its dated tasks in order of date."""

    id: str
    name: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Checklist:
    """A finished induction checklist. `role` is the post's title, never a person's name.

    `note_on_start` says, where `start` is no working day, from which day the dates count.
    """

    role: str
    band: str
    start: date
    organisation: str
    manages_people: bool
    works_alone: bool
    groups: tuple[Group, ...]
    note_on_start: str = ""
