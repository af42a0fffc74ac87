"""How far a plan is: what is done, late, due soon."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, TypeVar

from vacancies.planning.rules.checklist import Checklist, Done, Group, Owner, Task
from vacancies.planning.rules.stage import StageChecklist

DONE, LATE, SOON, LATER = "done", "late", "due-soon", "later"
SOON_DAYS = 7
"""A task is due soon in the week before its day. House default."""

Whole = TypeVar("Whole", Checklist, StageChecklist)
"""The checklist of an induction, or of a stage of a vacancy."""

REST = Group("other", "Other tasks", ())


class Doable(Protocol):
    """A task of any checklist. `due` is None where its day is not known yet."""

    @property
    def due(self) -> date | None: ...

    @property
    def done(self) -> Done | None: ...


@dataclass(frozen=True)
class Ticked:
    """A task as it was when somebody ticked it, with the group it stood in."""

    group_id: str
    group_name: str
    task: Task


@dataclass(frozen=True)
class Progress:
    """Counts of tasks. `soon` are those due in the next seven days."""

    total: int
    done: int
    late: int
    soon: int

    @property
    def is_complete(self) -> bool:
        """Whether there is nothing left to do."""
        return self.done == self.total


def state_of(task: Doable, today: date) -> str:
    """Return DONE, LATE, SOON or LATER. A task due today, or without a day, is not late."""
    return state_on(task.due, today, done=task.done is not None)


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


def with_ticks(checklist: Checklist, ticks: Iterable[Ticked]) -> Checklist:
    """Return the checklist with what was ticked in it, as it was when it was ticked.

    A done task keeps its words and its date, whatever became of the template or the start date;
    one that the checklist no longer has comes back.
    """
    done = {tick.task.id: tick for tick in ticks}
    there = {task.id for task in checklist.tasks}
    lost = [tick for tick in done.values() if tick.task.id not in there]
    groups = [_ticked(group, done, lost) for group in checklist.groups]
    known = {group.id for group in groups}
    for tick in lost:
        if tick.group_id not in known:
            known.add(tick.group_id)
            empty = Group(tick.group_id, tick.group_name or REST.name, ())
            groups.append(_ticked(empty, done, lost))
    return replace(checklist, groups=tuple(groups))


def tasks_of(checklist: Whole, owner: Owner) -> Whole:
    """Return a checklist with the tasks of one owner alone, without any where it has none."""
    groups = [
        replace(group, tasks=tuple(task for task in group.tasks if task.owner.slug == owner.slug))
        for group in checklist.groups
    ]
    kept = tuple(group for group in groups if group.tasks)
    return replace(checklist, groups=kept, tasks_of=owner.name)


def _ticked(group: Group, done: dict[str, Ticked], lost: Sequence[Ticked]) -> Group:
    tasks = [done[task.id].task if task.id in done else task for task in group.tasks]
    tasks += [tick.task for tick in lost if tick.group_id == group.id]
    return replace(group, tasks=tuple(sorted(tasks, key=lambda task: task.due)))
