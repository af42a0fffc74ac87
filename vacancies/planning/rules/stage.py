"""The values of the checklists for advertising, selection and appointment.

Everything here is frozen and holds no rule; `stage_plan.py` turns tasks and a situation into a
dated checklist.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vacancies.planning.rules.checklist import Done, Owner


@dataclass(frozen=True)
class Stage:
    """A stretch of recruiting with a checklist of its own."""

    slug: str
    name: str
    about: str


STAGES = {
    stage.slug: stage
    for stage in (
        Stage(
            "advertising",
            "Advertising",
            "From the plan for the advert to the day it closes.",
        ),
        Stage(
            "selection",
            "Selection",
            "From the questions for the panel to the feedback for candidates.",
        ),
        Stage(
            "appointment",
            "Appointment",
            "From the offer to the first day, while checks are under way.",
        ),
    )
}
"""The stages in working order. A slug is never used for another meaning."""


@dataclass(frozen=True)
class Anchor:
    """A date of the vacancy that tasks are counted from.

    `name` is the date in a sentence. `before` and `after` head the tasks due before it, and from
    that day on.
    """

    slug: str
    name: str
    before: str
    after: str


ANCHORS = {
    anchor.slug: anchor
    for anchor in (
        Anchor("opens", "opening date", "Before the advert opens", "From the day it opens"),
        Anchor("closes", "closing date", "Before the closing date", "From the closing date"),
        Anchor(
            "interview",
            "interview date",
            "Before the interviews",
            "From the day of the interviews",
        ),
        Anchor("start", "start date", "Before the start date", "From the start date"),
    )
}
"""The dates in the order in which they come."""

OWNERS = {
    slug: Owner(slug, name)
    for slug, name in (
        ("line-manager", "Line manager"),
        ("lead", "Library lead"),
        ("team", "Library team"),
        ("panel-chair", "Panel chair"),
        ("panel", "Interview panel"),
        ("recruitment", "Recruitment team"),
        ("hr", "HR"),
        ("it", "IT"),
        ("finance", "Finance"),
        ("apprenticeship-lead", "Apprenticeship lead"),
        ("voluntary-services", "Voluntary services team"),
        ("work-experience-lead", "Work experience lead"),
    )
}
"""Who may see to a task: roles, never people."""


@dataclass(frozen=True)
class GuidancePage:
    """The page of the guidance that explains a step."""

    name: str
    address: str


@dataclass(frozen=True)
class StageTemplateTask:
    """One task of the template of a stage.

    `due` counts working days from the date `anchor` (a key of ANCHORS): 0 is the day itself, -5 a
    week before. `bands` and `routes` (values of Vacancy.Contract): only for these; empty means
    all. `not_routes`: not for these. `only_for`, `not_for`: slugs of traits.py, as in induction.
    `in_use` is False for a task that has left the template.
    """

    id: str
    stage: str
    text: str
    owner: Owner
    anchor: str
    due: int
    page: GuidancePage
    source: str
    confirmed: bool
    bands: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    not_routes: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    in_use: bool = True


@dataclass(frozen=True)
class StageSituation:
    """What the checklists of a vacancy are tailored by.

    `dates` by key of ANCHORS; one that is missing or None is not known yet. `route` is a value of
    Vacancy.Contract or empty, `nation` a key of working_days.NATIONS.
    """

    band: str = ""
    route: str = ""
    dates: Mapping[str, date | None] = field(default_factory=dict)
    traits: frozenset[str] = frozenset()
    nation: str = "ENG"


@dataclass(frozen=True)
class StageChange:
    """What one vacancy says about a task, or a task of its own (with `text`).

    None and empty mean: as in the template. `reason` says why it is left out.
    """

    task_id: str
    stage: str = ""
    is_own: bool = False
    text: str = ""
    owner: Owner | None = None
    due_on: date | None = None
    note: str = ""
    left_out: bool = False
    reason: str = ""


@dataclass(frozen=True)
class StageTask:
    """One task of a vacancy's checklist.

    `due` is None where the date it counts from is not known; `missing` then names that date (a
    key of ANCHORS), or is empty for an own task without a date. `fate`: WITHDRAWN or ELSEWHERE for
    a task that is there only because something was written about it, else empty.
    """

    id: str
    text: str
    owner: Owner
    group: str
    due: date | None
    missing: str
    page: GuidancePage | None
    source: str
    confirmed: bool
    note: str = ""
    is_own: bool = False
    is_changed: bool = False
    fate: str = ""
    done: Done | None = None


WITHDRAWN, ELSEWHERE = "no-longer-in-template", "not-for-this-post"
"""Why a task that does not belong here any more is still shown; statuses of the portal."""


@dataclass(frozen=True)
class StageGroup:
    """Tasks before a date or from it on, in order of their day; or the vacancy's own."""

    slug: str
    name: str
    tasks: tuple[StageTask, ...]


@dataclass(frozen=True)
class LeftOut:
    """A task that was left out, with the reason."""

    task: StageTask
    reason: str


@dataclass(frozen=True)
class StageChecklist:
    """The checklist of one stage of a vacancy. `tasks_of` names the owner of a part of it."""

    stage: Stage
    groups: tuple[StageGroup, ...]
    left_out: tuple[LeftOut, ...] = ()
    tasks_of: str = ""

    @property
    def tasks(self) -> tuple[StageTask, ...]:
        """Return every task, group by group."""
        return tuple(task for group in self.groups for task in group.tasks)

    @property
    def missing(self) -> tuple[Anchor, ...]:
        """Return the dates that open tasks wait for, in the order in which they come."""
        wanted = {task.missing for task in self.tasks if not task.done}
        return tuple(anchor for slug, anchor in ANCHORS.items() if slug in wanted)
