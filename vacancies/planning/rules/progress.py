"""How far a plan is: what is done, late, due soon."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, TypeVar

from vacancies.planning.rules.checklist import Done, Owner, TaskList

DONE, LATE, SOON, LATER = "done", "late", "due-soon", "later"
SOON_DAYS = 7
"""A task is due soon in the week before its day. House default."""

Whole = TypeVar("Whole", bound=TaskList)


class Doable(Protocol):
    """A task of any checklist. `due` is None where its day is not known yet."""

    @property
    def due(self) -> date | None: ...

    @property
    def opened(self) -> date | None: ...

    @property
    def done(self) -> Done | None: ...


@dataclass(frozen=True)
class Progress:
    """Counts of tasks. `soon` are those due in the next seven days."""

    total: int
    done: int
    late: int
    soon: int

    def __add__(self, other: "Progress") -> "Progress":
        """Return the counts of both together."""
        return Progress(
            self.total + other.total,
            self.done + other.done,
            self.late + other.late,
            self.soon + other.soon,
        )

    @property
    def parts(self) -> tuple[int, ...]:
        """Return what is done, as the one part of a bar."""
        return (self.done,)

    @property
    def is_complete(self) -> bool:
        """Whether there is nothing left to do."""
        return self.done == self.total


NONE = Progress(0, 0, 0, 0)


def state_of(task: Doable, today: date) -> str:
    """Return DONE, LATE, SOON or LATER. A task due today, or without a day, is not late.

    Nor is any on the day on which its plan was opened.
    """
    due = max(task.due, task.opened or task.due) if task.due else None
    return state_on(due, today, done=task.done is not None)


def state_on(due: date | None, today: date, *, done: bool) -> str:
    """Return the state, as above, of anything that is due on a day."""
    if done:
        return DONE
    if due is None:
        return LATER
    if due < today:
        return LATE
    return SOON if due < today + timedelta(days=SOON_DAYS) else LATER


def progress(tasks: Iterable[Doable], today: date) -> Progress:
    """Return the counts for some tasks."""
    counts = Counter(state_of(task, today) for task in tasks)
    return Progress(counts.total(), counts[DONE], counts[LATE], counts[SOON])


def tasks_of(checklist: Whole, owner: Owner) -> Whole:
    """Return a checklist with the tasks of one owner alone, without any where it has none."""
    groups = [
        replace(group, tasks=tuple(task for task in group.tasks if task.owner.slug == owner.slug))
        for group in checklist.groups
    ]
    kept = tuple(group for group in groups if group.tasks)
    return replace(checklist, groups=kept, tasks_of=owner.name)
