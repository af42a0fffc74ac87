"""The status of a vacancy: steps reached, the next step, its stages and upcoming dates."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import ClassVar, TypeVar

from kls_portal.in_words import counted
from vacancies.planning.rules.checklist import Group, Owner, Task, TaskList
from vacancies.planning.rules.step import Planned
from vacancies.planning.rules.timeline import Timeline
from vacancies.posts.rules import STAGES

DONE, LATE, SOON, LATER = "done", "late", "due-soon", "later"
SOON_DAYS = 7
"""A task is due soon in so many days before its due date. House default."""

Whole = TypeVar("Whole", bound=TaskList)


@dataclass(frozen=True)
class Progress:
    """Counts of tasks. `soon` are those due in the next `soon_days` days."""

    soon_days: ClassVar[int] = SOON_DAYS

    total: int
    done: int
    late: int
    soon: int

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(
            self.total + other.total,
            self.done + other.done,
            self.late + other.late,
            self.soon + other.soon,
        )

    @property
    def parts(self) -> tuple[int, ...]:
        """Return the number of done tasks, as the only part of a progress bar."""
        return (self.done,)

    @property
    def words(self) -> str:
        """Return the counts as words, such as "1 of 3 tasks done, 1 late"."""
        late = f", {self.late} late" if self.late else ""
        return f"{self.done} of {counted(self.total, 'task')} done{late}"

    @property
    def is_complete(self) -> bool:
        return self.done == self.total


NONE = Progress(0, 0, 0, 0)


def state_of(task: Task, today: date) -> str:
    """Return DONE, LATE, SOON or LATER.

    A task is not late if it is due today or has no date, nor on the day its plan was opened.
    """
    return state_on(task.due, today, done=task.done is not None, opened=task.opened)


def state_on(due: date | None, today: date, *, done: bool, opened: date | None = None) -> str:
    """Return the state, as for `state_of`, of anything with a due date in a plan."""
    if done:
        return DONE
    if due is None:
        return LATER
    if max(due, opened or due) < today:
        return LATE
    return SOON if due < today + timedelta(days=SOON_DAYS) else LATER


Rows = tuple[tuple[Task, str], ...]
"""Tasks with their states."""


def rows_of(tasks: Iterable[Task], today: date) -> Rows:
    return tuple((task, state_of(task, today)) for task in tasks)


@dataclass(frozen=True)
class Section:
    """A period or milestone for display, with its tasks."""

    id: str
    name: str
    rows: Rows

    @cached_property
    def progress(self) -> Progress:
        counts = Counter(state for _, state in self.rows)
        return Progress(counts.total(), counts[DONE], counts[LATE], counts[SOON])


def sections(groups: Iterable[Group], today: date) -> tuple[Section, ...]:
    return tuple(Section(one.id, one.name, rows_of(one.tasks, today)) for one in groups)


def progress(tasks: Iterable[Task], today: date) -> Progress:
    return Section("", "", rows_of(tasks, today)).progress


def tasks_of(checklist: Whole, owner: Owner) -> Whole:
    """Return a checklist with only the tasks of one owner; it may have none."""
    groups = [
        replace(group, tasks=tuple(task for task in group.tasks if task.owner.slug == owner.slug))
        for group in checklist.groups
    ]
    kept = tuple(group for group in groups if group.tasks)
    return replace(checklist, groups=kept, tasks_of=owner.name)


SHOWN = 3
"""Number of upcoming dates on the first page of a vacancy."""


def reached(timeline: Timeline) -> frozenset[str]:
    """Return the ids of the steps that are done or that a done step depends on.

    Steps that happen by themselves count as reached, as there is nothing to do.
    """
    ids = {row.id for row in timeline.rows if row.done or row.step.fact}
    for row in reversed(timeline.rows):
        if row.id in ids:
            ids.add(row.step.after)
    return frozenset(ids)


def next_step(timeline: Timeline) -> Planned | None:
    """Return the earliest step that is not reached and can be done; None if none is left.

    A step can be done once the step it depends on is reached. Steps without a date come last;
    those of the same date are taken in the order of the plan.
    """
    done = reached(timeline)
    can_be_done = [
        row
        for row in timeline.rows
        if row.id not in done and (row.step.after in done or not row.step.after)
    ]
    return min(can_be_done, key=_shown_day, default=None)


def coming(timeline: Timeline, today: date) -> tuple[Planned, ...]:
    """Return the next SHOWN dated steps, from today on, that are not reached yet."""
    done = reached(timeline)
    rows = [row for row in timeline.rows if row.day and row.day >= today and row.id not in done]
    return tuple(sorted(rows, key=_shown_day)[:SHOWN])


@dataclass(frozen=True)
class StageDates:
    """A stage of the plan.

    left: how many steps are to reach; day: the last date of those, or of all steps if none is left.
    """

    slug: str
    name: str
    left: int
    day: date | None
    is_done: bool


def stage_dates(timeline: Timeline) -> tuple[StageDates, ...]:
    """Return all stages in order, including those in which the contract has no steps.

    A stage without steps is done once a later stage has begun.
    """
    done, dates, order = reached(timeline), [], list(STAGES)
    begun = max((order.index(row.step.stage) for row in timeline.rows if row.id in done), default=0)
    for place, (slug, name) in enumerate(STAGES.items()):
        rows = [row for row in timeline.rows if row.step.stage == slug]
        left = [row for row in rows if row.id not in done]
        is_done = not left and (bool(rows) or place < begun)
        last = max((row.day for row in left or rows if row.day), default=None)
        dates.append(StageDates(slug, name, len(left), last, is_done))
    return tuple(dates)


def current_stage(timeline: Timeline) -> str:
    """Return the slug of the stage of the next step, or of the last stage if no step is left."""
    step = next_step(timeline)
    return step.step.stage if step else list(STAGES)[-1]


def _shown_day(row: Planned) -> date:
    return row.day or date.max
