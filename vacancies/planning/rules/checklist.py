"""A checklist as plain values: roles, owners, groups, tasks, and their days."""

from dataclasses import dataclass
from datetime import date, datetime, time

from kls_portal.calendar.working_days import HOLIDAYS_OF, MONDAY_TO_FRIDAY
from vacancies.planning.rules.probation import OUR_TERMS, Terms


@dataclass(frozen=True)
class Role:
    """A kind of post with the band and the answer to "manages people" to fill in first."""

    slug: str
    title: str
    band: str
    manages_people: bool


@dataclass(frozen=True)
class TaskSource:
    """Where tasks come from. `address` is empty where none was seen."""

    slug: str
    name: str
    address: str = ""


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
    alone; empty means no change. `bands` empty means every band. `roles` are slugs of role.py:
    empty means every role, else the task is for a starter of whom one of them is known.
    `only_for` and `not_for` are slugs of traits.py: the task is for a starter with one of the
    first and none of the second.
    `minutes` above 0 makes the task an appointment of that length, `at` gives its time.
    `probation` is FINAL or BEFORE of probation.py: a day that the clock of probation sets.
    `withdrawn` marks a task that has left the template since a plan took it up.
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
    roles: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    minutes: int = 0
    at: time | None = None
    withdrawn: bool = False
    probation: str = ""


@dataclass(frozen=True)
class TemplateGroup:
    """A stretch of time ("Week one") with its tasks in order."""

    id: str
    name: str
    tasks: tuple[TemplateTask, ...]


@dataclass(frozen=True)
class Situation:
    """What a checklist is tailored by. `start` is the first working day agreed.

    `role` is the title of the post; `role_slug` names one of the roles of role.py, "" for another.
    `traits`: slugs of traits.py. `weekdays` are the days the starter works, Monday 0 to Sunday 6.
    `nation` is a key of working_days.NATIONS. `new_manager_only`: the plan of somebody who is new
    to managing, without the tasks of every starter. `terms` are the organisation's of probation.
    """

    role: str
    band: str
    start: date
    manages_people: bool = False
    works_alone: bool = False
    organisation: str = ""
    traits: frozenset[str] = frozenset()
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    nation: str = "ENG"
    new_manager_only: bool = False
    role_slug: str = ""
    terms: Terms = OUR_TERMS

    @property
    def all_traits(self) -> frozenset[str]:
        """Return the traits with those that follow from other fields."""
        own = {
            "manages-people": self.manages_people,
            "works-alone": self.works_alone,
            "part-time": len(self.weekdays) < len(MONDAY_TO_FRIDAY),
            "apprentice": self.role_slug == "apprentice",
        }
        return self.traits | {slug for slug, holds in own.items() if holds}


@dataclass(frozen=True)
class Done:
    """When a task was done, and by whom.

    `by`: in a plan for a starter the name of a role, in a vacancy's checklists that of a colleague.
    """

    at: datetime
    by: str


@dataclass(frozen=True)
class Task:
    """One dated task. `due` is a working day; `confirmed` is False for a house suggestion.

    `minutes` above 0: an appointment, at the time `at` where one is given.
    """

    id: str
    text: str
    owner: Owner
    due: date
    source: str
    confirmed: bool
    minutes: int = 0
    at: time | None = None
    withdrawn: bool = False
    done: Done | None = None


@dataclass(frozen=True)
class Group:
    """A stretch of time with its dated tasks in order of date."""

    id: str
    name: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Checklist:
    """A finished induction checklist. `role` is the post's title, never a person's name.

    `role_name` is the role it was tailored by, where the title is another or "" where none was.
    `note_on_start` says, where `start` is no working day, from which day the dates count.
    `traits` are words for what it was tailored by besides; `tasks_of` names the owner where it
    holds the tasks of one alone.
    """

    role: str
    band: str
    start: date
    organisation: str
    manages_people: bool
    works_alone: bool
    groups: tuple[Group, ...]
    note_on_start: str = ""
    nation: str = "ENG"
    traits: tuple[str, ...] = ()
    tasks_of: str = ""
    role_name: str = ""

    @property
    def holidays_of(self) -> str:
        """Return the nation whose bank holidays were left out, in words."""
        return HOLIDAYS_OF.get(self.nation, HOLIDAYS_OF["ENG"])

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return every task, group by group."""
        return tuple(task for group in self.groups for task in group.tasks)
