"""The tasks of a plan and the actions on them, shared by all kinds of plan.

Features register facts at start-up, by which tasks tick themselves; a task names its fact in the
`fact` field of `data/vacancy_tasks.toml`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Self
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localtime, now

from kls_portal.accounts.models import User
from vacancies.planning.models import Plan, TaskChange, Tick
from vacancies.planning.rules import record
from vacancies.planning.rules.checklist import OWNERS, Done, Group, Situation, Task, TemplateGroup
from vacancies.planning.rules.layers import (
    Change,
    Layers,
    Placed,
    Ticked,
    dated_plan,
    find,
    layered,
)
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import RefusedError

GONE = "That task is no longer in the plan."
DONE_STAYS = "This task is done, so it stays as it is. Untick it to change it."
SOMEBODY = "someone who has left"


class Tasks(ABC):
    """The tasks of one plan or of an organisation's template.

    `rows`: the manager of their TaskChange rows. Actions raise RefusedError and store nothing where
    they are refused.
    """

    rows: Any
    prefix: str

    @abstractmethod
    def above(self) -> Sequence[TemplateGroup]:
        """Return the tasks as in the layers above."""

    @abstractmethod
    def now(self) -> Sequence[TemplateGroup]:
        """Return the tasks with the changes of this layer."""

    @abstractmethod
    def locked(self) -> Self:
        """Return these tasks as stored, locked until the transaction ends."""

    @abstractmethod
    def saved(self, words: str) -> None:
        """Record a change, described by `words`."""

    def find(self, code: str) -> Placed | None:
        """Return a task with the changes of this layer, None if it is missing or left out."""
        return find(self.now(), code)

    def words(self, code: str) -> str:
        """Return the text of a task, or its code if there is no such task."""
        placed = self.find(code)
        return placed.task.text if placed else code

    def row(self, code: str) -> TaskChange | None:
        """Return the row about a task in this layer, None if it has none."""
        change: TaskChange | None = self.rows.filter(code=code).first()
        return change

    def is_done(self, code: str) -> bool:
        """Whether somebody ticked the task, which then may not change."""
        return False

    @transaction.atomic
    def add(self, *, key: UUID, **values: Any) -> None:
        """Add a task, once per key. `values`: columns of TaskChange."""
        stored = self.locked()
        if not stored.rows.filter(key=key).exists():
            code = f"{self.prefix}-{key.hex[:16]}"
            stored.rows.create(**{"key": key, "code": code, "is_own": True, **values})
            stored.saved(f"Added: {values['text']}")

    @transaction.atomic
    def change(self, code: str, **values: Any) -> None:
        """Store a change to a task; values equal to those of the layers above are not stored.

        values: columns of TaskChange. Only the note of a done task may change.
        """
        stored = self.locked()
        if stored.is_done(code) and set(values) != {"note"}:
            raise RefusedError(DONE_STAYS)
        if not stored.is_done(code) and stored.find(code) is None:
            raise RefusedError(GONE)
        row = stored.row(code)
        above = find(stored.above(), code)
        if above and not (row and row.is_own):
            values |= {n: None for n, was in above.columns.items() if values.get(n) == was}
        row, _ = stored.rows.update_or_create(code=code, defaults=values)
        _delete_if_empty(row)
        stored.saved(f"Changed: {stored.words(code)}")

    @transaction.atomic
    def leave_out(self, code: str, reason: str = "") -> None:
        """Leave a task out. A task already left out keeps its reason."""
        stored = self.locked()
        if stored.rows.filter(code=code, left_out=True).exists():
            return
        if stored.is_done(code):
            raise RefusedError(DONE_STAYS)
        task = stored.find(code)
        if task is None:
            raise RefusedError(GONE)
        stored.rows.update_or_create(code=code, defaults={"left_out": True, "reason": reason})
        stored.saved(f"Left out: {task.task.text}")

    @transaction.atomic
    def restore(self, code: str) -> None:
        """Restore a task that was left out, or reset a changed one to the layers above."""
        stored = self.locked()
        if stored.is_done(code):
            raise RefusedError(DONE_STAYS)
        if not stored.rows.filter(code=code, left_out=True).update(left_out=False, reason=""):
            changed = stored.rows.filter(code=code, is_own=False)
            changed.update(**dict.fromkeys(_WORDS), note="")
        if row := stored.row(code):
            _delete_if_empty(row)
        task = stored.find(code)
        stored.saved(f"Back to the words of the template: {task.task.text if task else code}")


_WORDS = tuple(one.name for one in fields(Change) if one.default is None)
_SAID = (*_WORDS, "note", "left_out")
_NOTHING = (None, "", False)


def _delete_if_empty(row: TaskChange) -> None:
    says = any(getattr(row, name) not in _NOTHING for name in _SAID)
    if not (row.is_own or row.is_reopened or says):
        row.delete()


class PlanTasks(Tasks):
    """The tasks of one plan, with their due dates and ticks.

    `plan` is None until the first change is stored. `by` is the role of the person acting;
    `person` is the colleague, where the plan records one.
    """

    plan: Plan | None
    by: str = ""
    person: User | None = None

    @property
    def rows(self) -> Any:
        return self.plan.changes if self.plan else TaskChange.objects.none()

    @abstractmethod
    def layers(self) -> Layers:
        """Return the layers of the plan."""

    @abstractmethod
    def situation(self) -> Situation:
        """Return the situation that the plan is tailored to."""

    @property
    def with_fact(self) -> Collection[str]:
        """Return the ids of the tasks that a fact can tick, whether or not it holds today."""
        return ()

    @property
    def facts(self) -> Mapping[str, str]:
        """Return sentences for tasks that the portal knows to be done, by task id."""
        return {}

    def above(self) -> Sequence[TemplateGroup]:
        """Return the tasks before the changes of this plan."""
        return self.layers().before_the_plan(self.situation())

    def now(self) -> Sequence[TemplateGroup]:
        return layered(self.above(), self.layers().plan)

    def dated(self) -> tuple[Group, ...]:
        """Return the dated plan with its ticks and the tasks that the portal knows to be done."""
        groups = dated_plan(self.layers(), self.situation(), self.ticked())
        known = {one.id: tuple(map(self._known, one.tasks)) for one in groups}
        return tuple(replace(group, tasks=known[group.id]) for group in groups)

    def _known(self, task: Task) -> Task:
        return task.known_as(self.facts.get(task.id, ""))

    def ticked(self) -> tuple[Ticked, ...]:
        return ticked_in(self.plan) if self.plan else ()

    def is_done(self, code: str) -> bool:
        return bool(self.plan and self.plan.ticks.filter(code=code, undone_at=None).exists())

    def task(self, code: str, only_owner: str = "") -> tuple[Group, Task]:
        """Return a task with its group. Raises RefusedError if it is missing or another owner's."""
        for group in self.dated():
            for task in group.tasks:
                if task.id == code and only_owner in ("", task.owner.slug):
                    return group, task
        raise RefusedError(GONE)

    def words(self, code: str) -> str:
        """Return the text of a task; of a done task, its text when it was ticked."""
        return self.task(code)[1].text

    @transaction.atomic
    def tick(self, code: str, only_owner: str = "") -> None:
        """Tick a task; an existing tick is kept. only_owner: refuse tasks of other owners."""
        stored = self.locked()
        group, task = stored.task(code, only_owner)
        if not stored.is_done(code) and stored.plan:
            stored.plan.ticks.create(
                code=code,
                frozen=record.plain_ticked(group, task),
                done_at=now(),
                done_by=self.by,
                person=self.person,
            )
            stored.saved(f"Done: {task.text}")

    @transaction.atomic
    def untick(self, code: str, only_owner: str = "") -> None:
        """Untick a task, keeping the row. It stays open whatever a fact says then or later."""
        stored = self.locked()
        _, task = stored.task(code, only_owner)
        if task.done is None or stored.plan is None:
            return
        open_ticks = stored.plan.ticks.filter(code=code, undone_at=None)
        open_ticks.update(undone_at=now(), undone_by=self.by, undone_person=self.person)
        if code in stored.with_fact:
            stored.rows.update_or_create(code=code, defaults={"is_reopened": True})
        stored.saved(f"Marked as not done: {task.text}")


def ticked_in(plan: Plan) -> tuple[Ticked, ...]:
    return tuple(
        record.ticked(row.frozen, Done(localtime(row.done_at), _who(row)))
        for row in plan.ticks.all()
        if row.undone_at is None
    )


def _who(row: Tick) -> str:
    if row.done_by:
        return OWNERS[row.done_by].name
    return str(row.person) if row.person else SOMEBODY


Fact = Callable[[Vacancy], str]
"""Returns a sentence stating the fact, or "" while it does not hold."""

FACTS: dict[str, Fact] = {}


def register(slug: str) -> Callable[[Fact], Fact]:
    """Return a decorator that registers a function as the fact for this slug."""

    def keep(fact: Fact) -> Fact:
        FACTS[slug] = fact
        return fact

    return keep
