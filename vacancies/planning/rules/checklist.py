"""A plan as plain values: who owns a task, whom it is for, what its day counts from, its state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from kls_portal.calendar.working_days import HOLIDAYS_OF, MONDAY_TO_FRIDAY, WorkingDays
from vacancies.planning.rules.probation import OUR_TERMS, Terms


@dataclass(frozen=True)
class Role:
    """A kind of post with the band and the answer to "manages people" to fill in first."""

    slug: str
    title: str
    band: str
    manages_people: bool


@dataclass(frozen=True)
class Owner:
    """Who sees to a task: a slug such as "line-manager" and the words to show."""

    slug: str
    name: str


@dataclass(frozen=True)
class Page:
    """The page of the guidance that explains a task."""

    name: str
    address: str


MANAGERS_OF_SERVICES = ("knowledge-manager", "head-of-service")
"""Roles whose post is to manage the service, by their slugs in induction_tasks.toml."""

WITHDRAWN, ELSEWHERE = "no-longer-in-template", "not-for-this-post"
"""Why a task that does not belong here any more is still shown; statuses of the portal."""


@dataclass(frozen=True)
class TemplateTask:
    """One task before it has a day.

    `due` counts working days from the anchor of its group: 0 is the day itself, -5 a working week
    before, 5 a week after. Instead, `months` counts months from the agreed start, and `due_on` is a
    day of its own. Empty means everybody: `bands`,
    `roles` (slugs of [[roles]]), `routes` and `not_routes` (values of Vacancy.Contract).
    `only_for` and `not_for` are slugs of traits: for a post with one of the first and none of the
    second. The `solo_` fields replace text and owner where the starter works alone.
    `minutes` above 0 makes the task an appointment of that length, `at` gives its time.
    `probation` is FINAL or BEFORE of probation.py: a day that the clock of probation sets.
    `orphan_reason`: WITHDRAWN or ELSEWHERE for a task that is kept though it belongs
    here no more.
    """

    id: str
    text: str
    owner: Owner
    due: int
    source: str
    confirmed: bool
    bands: tuple[str, ...] = ()
    solo_text: str = ""
    solo_owner: Owner | None = None
    roles: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    not_routes: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    minutes: int = 0
    at: time | None = None
    probation: str = ""
    months: int = 0
    due_on: date | None = None
    page: Page | None = None
    note: str = ""
    is_own: bool = False
    is_changed: bool = False
    orphan_reason: str = ""


@dataclass(frozen=True)
class TemplateGroup:
    """A stretch of time ("Week one") or a milestone ("Interviews") with its tasks in order."""

    id: str
    name: str
    tasks: tuple[TemplateTask, ...] = ()


@dataclass(frozen=True)
class Anchor:
    """The day that tasks count from.

    `back`: the day that earlier tasks count back from. `earliest` and `latest`: between which days
    what hangs on it falls; None for no limit.
    """

    day: date
    back: date
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True)
class Situation:
    """What a plan is tailored by.

    `role` is the title of the post; `role_slug` names one of [[roles]], "" for another.
    `route`: a value of Vacancy.Contract or "". `start` is the first working day agreed.
    `traits`: slugs of traits. `weekdays` are the days the starter works, Monday 0 to Sunday 6.
    `nation` is a key of working_days.NATIONS. `new_manager_only`: the plan of somebody who is new
    to managing, without the tasks of every starter. `terms` are the organisation's of probation.
    `anchors`: by group; None: all count from the start. `opened`: the day the plan was opened,
    before which nothing is due.
    """

    role: str = ""
    band: str = ""
    start: date | None = None
    manages_people: bool = False
    works_alone: bool = False
    organisation: str = ""
    traits: frozenset[str] = frozenset()
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    nation: str = "ENG"
    new_manager_only: bool = False
    role_slug: str = ""
    terms: Terms = OUR_TERMS
    route: str = ""
    anchors: Mapping[str, Anchor] | None = None
    opened: date | None = None

    @property
    def all_traits(self) -> frozenset[str]:
        """Return the traits with those that follow from other fields."""
        own = {
            "manages-people": self.manages_people,
            "works-alone": self.works_alone,
            "part-time": len(self.weekdays) < len(MONDAY_TO_FRIDAY),
            "apprentice": self.role_slug == "apprentice",
            "manages-service": self.role_slug in MANAGERS_OF_SERVICES,
        }
        return self.traits | {slug for slug, holds in own.items() if holds}

    def anchor(self, group: str, days: WorkingDays) -> Anchor | None:
        """Return what the tasks of a group count from, None while that has no day."""
        if self.anchors is not None:
            return self.anchors.get(group)
        start = self.start
        return Anchor(days.next_day_worked(start, self.weekdays), start) if start else None


@dataclass(frozen=True)
class Done:
    """When a task was done, and by whom; or the fact by which the portal knows that it is.

    `by`: in a plan for a starter the name of a role, in that of a vacancy the name of a colleague.
    """

    at: datetime | None
    by: str = ""
    fact: str = ""


@dataclass(frozen=True)
class Task:
    """One dated task. `confirmed` is False for a house suggestion.

    `due` is None while what it counts from has no day; `offset` is how many working days it counts
    from there, None for a day of its own. `opened`: the day of its plan, on which nothing is late.
    `minutes` above 0: an appointment, at the time `at` where
    one is given. The rest is as in TemplateTask.
    """

    id: str
    text: str
    owner: Owner
    due: date | None
    source: str
    confirmed: bool
    minutes: int = 0
    at: time | None = None
    page: Page | None = None
    note: str = ""
    is_own: bool = False
    is_changed: bool = False
    orphan_reason: str = ""
    offset: int | None = None
    opened: date | None = None
    done: Done | None = None

    def known_as(self, fact: str) -> "Task":
        """Return the task done by a fact, unless there is none or somebody ticked it."""
        return replace(self, done=Done(None, fact=fact)) if fact and self.done is None else self


@dataclass(frozen=True)
class Group:
    """A stretch of time with its dated tasks in order of date."""

    id: str
    name: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class LeftOut:
    """A task that was left out, with the group it stood in and the reason."""

    group: str
    task: TemplateTask
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class TaskList:
    """The dated tasks of a plan. `tasks_of` names the owner where it holds those of one alone."""

    groups: tuple[Group, ...]
    left_out: tuple[LeftOut, ...] = ()
    tasks_of: str = ""

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return every task, group by group."""
        return tuple(task for group in self.groups for task in group.tasks)

    def task(self, task_id: str) -> tuple[Group, Task] | None:
        """Return a task with its group, None where it is not there."""
        found = ((group, task) for group in self.groups for task in group.tasks)
        return next((one for one in found if one[1].id == task_id), None)


@dataclass(frozen=True, kw_only=True)
class Checklist(TaskList):
    """A finished induction checklist. `role` is the post's title, never a person's name.

    `role_name` is the role it was tailored by, where the title is another or "" where none was.
    `note_on_start` says, where `start` is no working day, from which day the dates count.
    `traits` are words for what it was tailored by besides.
    """

    role: str
    band: str
    start: date
    organisation: str
    manages_people: bool
    works_alone: bool
    note_on_start: str = ""
    nation: str = "ENG"
    traits: tuple[str, ...] = ()
    role_name: str = ""

    @property
    def holidays_of(self) -> str:
        """Return the nation whose bank holidays were left out, in words."""
        return HOLIDAYS_OF.get(self.nation, HOLIDAYS_OF["ENG"])
