"""The progress of a plan: the tasks that are done, late and due soon."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from vacancies.planning.rules.checklist import Owner, Task, TaskList

DONE, LATE, SOON, LATER = "done", "late", "due-soon", "later"
SOON_DAYS = 7
"""A task is due soon in the week before its due date. House default."""

Whole = TypeVar("Whole", bound=TaskList)


@dataclass(frozen=True)
class Progress:
    """Counts of tasks. `soon` are those due in the next seven days."""

    total: int
    done: int
    late: int
    soon: int

    def __add__(self, other: "Progress") -> "Progress":
        """Return the sum of the counts."""
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
    def is_complete(self) -> bool:
        """Whether every task is done."""
        return self.done == self.total


NONE = Progress(0, 0, 0, 0)


def state_of(task: Task, today: date) -> str:
    """Return DONE, LATE, SOON or LATER.

    A task is not late if it is due today or has no date, nor on the day its plan was opened.
    """
    due = max(task.due, task.opened or task.due) if task.due else None
    return state_on(due, today, done=task.done is not None)


def state_on(due: date | None, today: date, *, done: bool) -> str:
    """Return the state, as for `state_of`, of anything with a due date."""
    if done:
        return DONE
    if due is None:
        return LATER
    if due < today:
        return LATE
    return SOON if due < today + timedelta(days=SOON_DAYS) else LATER


def progress(tasks: Iterable[Task], today: date) -> Progress:
    """Return the counts of some tasks."""
    counts = Counter(state_of(task, today) for task in tasks)
    return Progress(counts.total(), counts[DONE], counts[LATE], counts[SOON])


def tasks_of(checklist: Whole, owner: Owner) -> Whole:
    """Return a checklist with only the tasks of one owner; it may have none."""
    groups = [
        replace(group, tasks=tuple(task for task in group.tasks if task.owner.slug == owner.slug))
        for group in checklist.groups
    ]
    kept = tuple(group for group in groups if group.tasks)
    return replace(checklist, groups=kept, tasks_of=owner.name)
