"""Plans as plain values: tasks with their owners, conditions, anchors and state."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path

from kls_portal.calendar.working_days import HOLIDAYS_OF, MONDAY_TO_FRIDAY, WorkingDays
from kls_portal.plain_values import rows_in
from vacancies.planning.rules.probation import OUR_TERMS, Terms


@dataclass(frozen=True)
class Role:
    """A kind of post, with the default band and answer to "manages people"."""

    slug: str
    title: str
    band: str
    manages_people: bool


@dataclass(frozen=True)
class Owner:
    """The owner of a task: a slug such as "line-manager" and the name to show."""

    slug: str
    name: str


@dataclass(frozen=True)
class Page:
    """The guidance page that explains a task."""

    name: str
    address: str


MANAGERS_OF_SERVICES = ("knowledge-manager", "head-of-service")
"""Slugs in induction_tasks.toml of the roles that manage the service."""

WITHDRAWN, ELSEWHERE = "no-longer-in-template", "not-for-this-post"
"""Why a task that no longer belongs here is still shown; slugs of statuses."""


@dataclass(frozen=True)
class TemplateTask:
    """A task without a date.

    `due` counts working days from the anchor of its group: 0 is the day itself, -5 a working week
    before, 5 a week after. Alternatively, `months` counts months from the agreed start, and
    `due_on` is a fixed date. Conditions, where empty means everybody: `bands`, `roles` (slugs of
    [[roles]]), `routes` and `not_routes` (values of Vacancy.Contract). `only_for` and `not_for`
    are slugs of traits: the post needs one of the first and none of the second. The `solo_` fields
    replace text and owner where the starter works alone. `minutes` above 0 makes the task an
    appointment of that length, `at` gives its time. `probation` is FINAL or BEFORE of probation.py
    where the clock of probation sets the date. `orphan_reason` is WITHDRAWN or ELSEWHERE for a
    task that is kept although it no longer belongs here.
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
    """A period ("Week one") or a milestone ("Interviews") with its tasks in order."""

    id: str
    name: str
    tasks: tuple[TemplateTask, ...] = ()


@dataclass(frozen=True)
class Anchor:
    """The day from which the due days of tasks are counted.

    `back`: the day from which negative due days are counted. `earliest` and `latest` limit the
    dates of its tasks; None for no limit.
    """

    day: date
    back: date
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True)
class Situation:
    """The facts that a plan is tailored to.

    `role` is the title of the post; `role_slug` is one of [[roles]], "" for any other. `route`: a
    value of Vacancy.Contract or "". `start` is the agreed first working day. `traits`: slugs of
    traits. `weekdays` are the days the starter works, Monday 0 to Sunday 6. `nation` is a key of
    working_days.NATIONS. `new_manager_only`: the plan holds only the tasks for new managers.
    `terms`: the organisation's terms of probation. `anchors`: by group; None if all tasks count
    from the start. `days`: by task id, those that are milestones of a vacancy with a day of theirs.
    `opened`: the day the plan was opened, before which nothing is due.
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
    days: Mapping[str, date] = field(default_factory=dict)
    opened: date | None = None

    @property
    def all_traits(self) -> frozenset[str]:
        """Return the traits, including those that follow from other fields."""
        own = {
            "manages-people": self.manages_people,
            "works-alone": self.works_alone,
            "part-time": len(self.weekdays) < len(MONDAY_TO_FRIDAY),
            "apprentice": self.role_slug == "apprentice",
            "manages-service": self.role_slug in MANAGERS_OF_SERVICES,
        }
        return self.traits | {slug for slug, holds in own.items() if holds}

    def anchor(self, group: str, days: WorkingDays) -> Anchor | None:
        """Return the anchor of a group, None while it has no date."""
        if self.anchors is not None:
            return self.anchors.get(group)
        start = self.start
        return Anchor(days.next_working_day(start, self.weekdays), start) if start else None


@dataclass(frozen=True)
class Done:
    """When a task was done and by whom, or the fact by which the portal knows that it is done.

    `by`: the name of a role in an induction plan, of a colleague in the plan of a vacancy.
    """

    at: datetime | None
    by: str = ""
    fact: str = ""


@dataclass(frozen=True)
class Task:
    """A dated task. `confirmed` is False for a house suggestion.

    `due` is None while its anchor has no date; `offset` is its distance from the anchor in working
    days, None for a task with a date of its own. `opened`: the day its plan was opened, on which
    nothing is late. The other fields are as in TemplateTask.
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
        """Return the task marked as done by `fact`, unless that is empty or it is done already."""
        return replace(self, done=Done(None, fact=fact)) if fact and self.done is None else self


@dataclass(frozen=True)
class Group:
    """A period or milestone with its dated tasks, sorted by date."""

    id: str
    name: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class LeftOut:
    """A task that was left out, with its group and the reason."""

    group: str
    task: TemplateTask
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class TaskList:
    """The dated tasks of a plan. `tasks_of` names the owner if it holds only one owner's."""

    groups: tuple[Group, ...]
    left_out: tuple[LeftOut, ...] = ()
    tasks_of: str = ""

    @property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(task for group in self.groups for task in group.tasks)


@dataclass(frozen=True, kw_only=True)
class Checklist(TaskList):
    """A complete induction checklist. `role` is the post's title, never a person's name.

    `role_name` is the role it was tailored to, "" if there was none or it equals the title.
    `note_on_start` says from which day dates count if `start` is not a working day. `traits` are
    the names of the traits it was tailored to.
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
        """Return the name of the nation whose bank holidays were left out."""
        return HOLIDAYS_OF.get(self.nation, HOLIDAYS_OF["ENG"])


LINE_MANAGER, LEAD, STARTER = "line-manager", "lead", "starter"
DATA = Path(__file__).resolve().parent.parent / "data" / "owners.toml"
OWNERS = {one.slug: one for one in rows_in(DATA, "owners", Owner)}
_OF_STARTERS = (LINE_MANAGER, "hr", "it", "buddy", STARTER, LEAD, "handover")
OF_STARTERS = {slug: OWNERS[slug] for slug in _OF_STARTERS}
"""Owners of the tasks of an induction."""
OF_VACANCIES = {
    slug: owner for slug, owner in OWNERS.items() if slug not in ("buddy", STARTER, "handover")
}
"""Owners of the tasks of a vacancy."""
