"""The layers of a template: national, organisation, this plan."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from vacancies.induction.rules.plan import dated, tailored
from vacancies.planning.rules.checklist import (
    Checklist,
    Owner,
    Situation,
    TemplateGroup,
    TemplateTask,
)
from vacancies.planning.rules.progress import Ticked, with_ticks

OTHER = TemplateGroup("other", "Other tasks", ())


@dataclass(frozen=True)
class Change:
    """What a layer says about one task of the layers above. None: as it is there."""

    task_id: str
    left_out: bool = False
    text: str | None = None
    owner: Owner | None = None
    due: int | None = None
    group: str | None = None
    minutes: int | None = None
    at: time | None = None


@dataclass(frozen=True)
class Placed:
    """A task with the group it stands in."""

    group_id: str
    task: TemplateTask
    group_name: str = ""


@dataclass(frozen=True)
class Layer:
    """The differences of one layer: changes to tasks above it, and tasks of its own."""

    changes: tuple[Change, ...] = ()
    added: tuple[Placed, ...] = ()


def layered(groups: Sequence[TemplateGroup], *layers: Layer) -> tuple[TemplateGroup, ...]:
    """Return the groups with every layer laid over them, the first one lowest.

    Every group stays, also an empty one; within a group tasks stand in order of their due day.
    """
    placed = [Placed(group.id, task) for group in groups for task in group.tasks]
    for layer in layers:
        changes = {change.task_id: change for change in layer.changes}
        placed = [
            _changed(one, changes.get(one.task.id))
            for one in placed
            if not (one.task.id in changes and changes[one.task.id].left_out)
        ]
        placed += layer.added
    return _grouped(groups, placed)


def with_withdrawn(
    groups: Sequence[TemplateGroup], taken_up: Iterable[Placed], there: Container[str]
) -> tuple[TemplateGroup, ...]:
    """Return the groups with the tasks that a plan had taken up and no layer has any more.

    `there` holds the ids of all tasks the layers have, whomever they are for. What comes back is
    marked as withdrawn and stays as it was.
    """
    gone = [
        replace(one, task=replace(one.task, withdrawn=True))
        for one in taken_up
        if one.task.id not in there
    ]
    placed = [Placed(group.id, task) for group in groups for task in group.tasks]
    return _grouped(groups, [*placed, *gone])


def difference(above: Placed, wanted: Placed) -> Change:
    """Return what must be stored so that the task `above` becomes the one `wanted`."""
    was, now = above.task, wanted.task
    return Change(
        task_id=was.id,
        text=None if now.text == was.text else now.text,
        owner=None if now.owner == was.owner else now.owner,
        due=None if now.due == was.due else now.due,
        group=None if wanted.group_id == above.group_id else wanted.group_id,
        minutes=None if now.minutes == was.minutes else now.minutes,
        at=now.at,
    )


def find(groups: Sequence[TemplateGroup], task_id: str) -> Placed | None:
    """Return the task of this id with its group, or None."""
    for group in groups:
        for task in group.tasks:
            if task.id == task_id:
                return Placed(group.id, task, group.name)
    return None


def _changed(one: Placed, change: Change | None) -> Placed:
    """Return the task with a change laid over it.

    Words and owner of a change hold for everybody, so they also replace those for people who
    work alone. Who sets a day of their own means that day, whatever the clock of probation says.
    """
    if change is None:
        return one
    task = one.task
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
    return replace(one, group_id=change.group or one.group_id, task=task)


def _grouped(
    groups: Sequence[TemplateGroup], placed: Iterable[Placed]
) -> tuple[TemplateGroup, ...]:
    tasks: dict[str, list[TemplateTask]] = {group.id: [] for group in groups}
    others: list[TemplateTask] = []
    for one in placed:
        tasks.get(one.group_id, others).append(one.task)
    found = [_in_order(group, tasks[group.id]) for group in groups]
    return (*found, _in_order(OTHER, others)) if others else tuple(found)


def _in_order(group: TemplateGroup, tasks: list[TemplateTask]) -> TemplateGroup:
    return replace(group, tasks=tuple(sorted(tasks, key=lambda task: task.due)))


NOTHING = Layer()


@dataclass(frozen=True)
class Layers:
    """What a plan is made of: the national template, and what two layers say about it.

    `taken_up`: the tasks of the upper layers as they were when the plan last took them up.
    """

    template: Sequence[TemplateGroup]
    organisation: Layer = NOTHING
    plan: Layer = NOTHING
    taken_up: tuple[Placed, ...] = ()

    def above(self) -> tuple[TemplateGroup, ...]:
        """Return the tasks of the upper layers, whomever they are for."""
        return layered(self.template, self.organisation)

    def before_the_plan(self, situation: Situation) -> tuple[TemplateGroup, ...]:
        """Return what the plan lays itself over: tailored, with what it keeps of the past."""
        above = self.above()
        there = {task.id for group in above for task in group.tasks}
        return with_withdrawn(tailored(above, situation), self.taken_up, there)


def plan_from(layers: Layers, situation: Situation, ticks: Iterable[Ticked] = ()) -> Checklist:
    """Return the dated plan: open tasks as the layers have them now, done ones as they were."""
    groups = layered(layers.before_the_plan(situation), layers.plan)
    return with_ticks(dated(groups, situation), ticks)


def taken_up_now(layers: Layers, situation: Situation) -> tuple[Placed, ...]:
    """Return the tasks of the upper layers that the plan takes up, as they are now.

    A task that was withdrawn meanwhile stays among them until the plan leaves it out.
    """
    left_out = {change.task_id for change in layers.plan.changes if change.left_out}
    groups = layers.before_the_plan(situation)
    return tuple(
        Placed(group.id, task)
        for group in groups
        for task in group.tasks
        if task.id not in left_out
    )


def own_words(layers: Layers, situation: Situation, task_id: str) -> Placed | None:
    """Return a task as this plan has it now, before it is dated, or None where it has not."""
    return find(layered(layers.before_the_plan(situation), layers.plan), task_id)
