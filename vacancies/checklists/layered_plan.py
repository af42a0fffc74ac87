"""The plan of one post from its three layers, what it took up before, and what is done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vacancies.checklists.checklist import Checklist, Situation, TemplateGroup
from vacancies.checklists.layers import Layer, Placed, find, layered, with_withdrawn
from vacancies.checklists.plan import dated, tailored
from vacancies.checklists.progress import Ticked, with_ticks

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
