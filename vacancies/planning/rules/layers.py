"""The layers of a plan (national template, organisation, this plan) and its done tasks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

from vacancies.planning.rules.checklist import (
    ELSEWHERE,
    WITHDRAWN,
    Group,
    LeftOut,
    Owner,
    Situation,
    Task,
    TemplateGroup,
    TemplateTask,
)
from vacancies.planning.rules.dating import dated, in_order, tailored

REST = "Other tasks"


@dataclass(frozen=True)
class Change:
    """A layer's change to one task of the layers above. None or empty: inherited."""

    task_id: str
    left_out: bool = False
    text: str | None = None
    owner: Owner | None = None
    due: int | None = None
    due_on: date | None = None
    group: str | None = None
    minutes: int | None = None
    at: time | None = None
    note: str = ""


@dataclass(frozen=True)
class Placed:
    """A task with its group."""

    group_id: str
    task: TemplateTask
    group_name: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """Return what a change to the task would inherit, by column of TaskChange."""
        task = self.task
        return {
            "text": task.text,
            "owner": task.owner.slug,
            "group": self.group_id,
            "due": task.due,
            "minutes": task.minutes,
        }


@dataclass(frozen=True)
class Ticked:
    """A task as it was when ticked, with its group."""

    group_id: str
    group_name: str
    task: Task


@dataclass(frozen=True)
class Layer:
    """One layer: changes to tasks of the layers above, and tasks of its own.

    dropped: own tasks that are left out; reasons: why tasks are left out, by task id.
    """

    changes: tuple[Change, ...] = ()
    added: tuple[Placed, ...] = ()
    dropped: tuple[Placed, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)


def layered(groups: Sequence[TemplateGroup], *layers: Layer) -> tuple[TemplateGroup, ...]:
    """Return the groups with the layers applied in the order given.

    Empty groups are kept; tasks within a group are sorted by `due`.
    """
    placed = list(_placed(groups))
    for layer in layers:
        changes = {change.task_id: change for change in layer.changes}
        placed = [
            _changed(one, changes.get(one.task.id))
            for one in placed
            if not (one.task.id in changes and changes[one.task.id].left_out)
        ]
        placed += layer.added
    return _grouped(groups, placed)


def find(groups: Sequence[TemplateGroup], task_id: str) -> Placed | None:
    """Return the task with this id and its group, or None."""
    return next((one for one in _placed(groups) if one.task.id == task_id), None)


def _placed(groups: Iterable[TemplateGroup]) -> Iterator[Placed]:
    for group in groups:
        for task in group.tasks:
            yield Placed(group.id, task, group.name)


def _changed(one: Placed, change: Change | None) -> Placed:
    """Return the task with a change applied.

    Changed text and owner apply to everybody, so they also replace those for people who work
    alone. A changed due day overrides the clock of probation.
    """
    if change is None:
        return one
    task = replace(one.task, note=change.note, due_on=change.due_on or one.task.due_on)
    if change.text is not None:
        task = replace(task, text=change.text, solo_text="")
    if change.owner is not None:
        task = replace(task, owner=change.owner, solo_owner=None)
    if change.due is not None:
        task = replace(task, due=change.due, probation="")
    if change.minutes is not None:
        task = replace(task, minutes=change.minutes)
    if change.at is not None:
        task = replace(task, at=change.at)
    group_id = change.group or one.group_id
    is_changed = (group_id, replace(task, note="")) != (one.group_id, replace(one.task, note=""))
    return replace(one, group_id=group_id, task=replace(task, is_changed=is_changed))


def _grouped(
    groups: Sequence[TemplateGroup], placed: Iterable[Placed]
) -> tuple[TemplateGroup, ...]:
    tasks: dict[str, list[TemplateTask]] = {group.id: [] for group in groups}
    others: list[TemplateTask] = []
    for one in placed:
        tasks.get(one.group_id, others).append(one.task)
    every = [*groups, TemplateGroup("other", REST)] if others else groups
    tasks["other"] = others or tasks.get("other", [])
    return tuple(
        replace(group, tasks=tuple(sorted(tasks[group.id], key=lambda task: task.due)))
        for group in every
    )


NOTHING = Layer()


@dataclass(frozen=True)
class Layers:
    """The components of a plan: the national template and two layers of changes.

    `inherited_tasks`: the tasks of the upper layers as last copied into the plan.
    """

    template: Sequence[TemplateGroup]
    organisation: Layer = NOTHING
    plan: Layer = NOTHING
    inherited_tasks: tuple[Placed, ...] = ()

    def before_the_plan(self, situation: Situation) -> tuple[TemplateGroup, ...]:
        """Return the tailored tasks to which the plan's changes apply.

        Kept and marked are inherited tasks that no layer has any more, and tasks with a note or a
        date of their own that no longer suit the situation.
        """
        above = layered(self.template, self.organisation)
        every = {one.task.id: one for one in _placed(above)}
        placed = list(_placed(tailored(above, situation)))
        inherited = (one for one in self.inherited_tasks if one.task.id not in every)
        placed += [_orphan(one, WITHDRAWN) for one in inherited]
        written = {one.task_id for one in self.plan.changes if one.note or one.due_on}
        written -= {one.task.id for one in placed}
        placed += [_orphan(one, ELSEWHERE) for code, one in every.items() if code in written]
        return _grouped(above, placed)

    def left_out(self, situation: Situation) -> tuple[LeftOut, ...]:
        """Return the tasks that this plan leaves out, as in the layers above."""
        return left_out_of(self.before_the_plan(situation), self.plan)


def _orphan(one: Placed, reason: str) -> Placed:
    return replace(one, task=replace(one.task, orphan_reason=one.task.orphan_reason or reason))


def left_out_of(groups: Iterable[TemplateGroup], layer: Layer) -> tuple[LeftOut, ...]:
    """Return the tasks that the layer leaves out of these groups and of its own tasks."""
    return tuple(
        LeftOut(one.group_name, one.task, layer.reasons[one.task.id])
        for one in (*_placed(groups), *layer.dropped)
        if one.task.id in layer.reasons
    )


def dated_plan(
    layers: Layers, situation: Situation, ticks: Iterable[Ticked] = ()
) -> tuple[Group, ...]:
    """Return the dated plan: open tasks as in the layers now, done tasks as when ticked.

    The note of a done task may still change.
    """
    ticks = list(ticks)
    notes = {one.task_id: one.note for one in layers.plan.changes}
    notes |= {one.task.id: one.task.note for one in layers.plan.added}
    noted = [replace(one, task=replace(one.task, note=notes.get(one.task.id, ""))) for one in ticks]
    groups = layered(layers.before_the_plan(situation), layers.plan)
    return _with_ticks(dated(groups, situation), noted, {one.id: one.name for one in groups})


def _with_ticks(
    groups: Sequence[Group], ticks: Iterable[Ticked], names: dict[str, str]
) -> tuple[Group, ...]:
    """Return the groups with their ticked tasks as they were when ticked.

    A done task keeps its text and date even if the template or the dates change, and is put back
    if the plan no longer has it. names: of the groups by id, in order.
    """
    done = {tick.task.id: tick for tick in ticks}
    task_ids = {task.id for group in groups for task in group.tasks}
    lost = [tick for tick in done.values() if tick.task.id not in task_ids]
    known = {group.id: group for group in groups}
    for tick in lost:
        names.setdefault(tick.group_id, tick.group_name or REST)
    ticked_groups = []
    for group_id, name in names.items():
        group = known.get(group_id, Group(group_id, name, ()))
        tasks = [done[task.id].task if task.id in done else task for task in group.tasks]
        tasks += [tick.task for tick in lost if tick.group_id == group_id]
        if tasks:
            ticked_groups.append(replace(group, tasks=in_order(tasks)))
    return tuple(ticked_groups)


def inherited_now(layers: Layers, situation: Situation) -> tuple[Placed, ...]:
    """Return the tasks that the plan currently inherits from the upper layers.

    A withdrawn task is included until the plan leaves it out.
    """
    left_out = {change.task_id for change in layers.plan.changes if change.left_out}
    placed = _placed(layers.before_the_plan(situation))
    return tuple(one for one in placed if one.task.id not in left_out)
