"""From a template and a situation to a dated checklist."""

from collections.abc import Sequence

from vacancies.checklists.checklist import (
    Checklist,
    Group,
    Situation,
    Task,
    TemplateGroup,
    TemplateTask,
)
from vacancies.checklists.start_date import note_on_start
from vacancies.checklists.working_days import WorkingDays


def plan(
    groups: Sequence[TemplateGroup],
    situation: Situation,
    calendar: WorkingDays | None = None,
) -> Checklist:
    """Choose the tasks that suit the situation and date them.

    Tasks stand in order of date within their group, those of one day in the template's order.
    Groups keep their order; one without tasks is left out. `calendar` is that of England and
    Wales if not given. A start that is no working day counts from the next one; `start` of the
    result stays the day agreed, and `note_on_start` says so.
    """
    days = calendar or WorkingDays()
    dated = (_dated(group, situation, days) for group in groups)
    return Checklist(
        role=situation.role,
        band=situation.band,
        start=situation.start,
        organisation=situation.organisation,
        manages_people=situation.manages_people,
        works_alone=situation.works_alone,
        groups=tuple(group for group in dated if group.tasks),
        note_on_start=note_on_start(situation.start, days) or "",
    )


def applies(task: TemplateTask, situation: Situation) -> bool:
    """Whether the task is for this band, for someone who manages people or not, alone or not."""
    if task.bands and situation.band not in task.bands:
        return False
    if task.only_managers and not situation.manages_people:
        return False
    return not (task.only_teams and situation.works_alone)


def _dated(group: TemplateGroup, situation: Situation, days: WorkingDays) -> Group:
    chosen = [task for task in group.tasks if applies(task, situation)]
    chosen.sort(key=lambda task: task.due)
    return Group(group.id, group.name, tuple(_task(task, situation, days) for task in chosen))


def _task(task: TemplateTask, situation: Situation, days: WorkingDays) -> Task:
    alone = situation.works_alone
    return Task(
        id=task.id,
        text=(alone and task.solo_text) or task.text,
        owner=(alone and task.solo_owner) or task.owner,
        due=days.add(situation.start, task.due),
        source=task.source,
        confirmed=task.confirmed,
    )
