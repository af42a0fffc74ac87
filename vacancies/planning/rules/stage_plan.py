"""The checklist of a stage: its tasks with a vacancy's changes and ticks, and the record of one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kls_portal.calendar.working_days import WorkingDays
from vacancies.planning.rules.checklist import Done, Owner
from vacancies.planning.rules.stage import (
    ANCHORS,
    ELSEWHERE,
    OWNERS,
    STAGES,
    WITHDRAWN,
    GuidancePage,
    LeftOut,
    StageChange,
    StageChecklist,
    StageGroup,
    StageSituation,
    StageTask,
    StageTemplateTask,
)
from vacancies.posts.rules import suits

OWN = "own"
GROUPS = {
    **{
        f"{anchor.slug}-{side}": name
        for anchor in ANCHORS.values()
        for side, name in (("before", anchor.before), ("after", anchor.after))
    },
    OWN: "Your own tasks",
}
"""Names of the groups by slug, in order."""
UNCHANGED = StageChange("")


def stage_checklist(
    stage: str,
    template: Iterable[StageTemplateTask],
    situation: StageSituation,
    changes: Iterable[StageChange] = (),
    done: Iterable[StageTask] = (),
) -> StageChecklist:
    """Return the checklist of a stage (a key of STAGES).

    changes: what the vacancy says about tasks of any stage, and its own. done: the ticked tasks of
    this stage as they were then. Raises KeyError for a stage that there is not.
    """
    about = {change.task_id: change for change in changes}
    days = WorkingDays(situation.nation)
    found = [
        task
        for row in template
        if row.stage == stage
        and (task := _task(row, situation, about.get(row.id, UNCHANGED), days)) is not None
    ]
    found += [_own(change) for change in about.values() if change.is_own and change.stage == stage]
    ticked = {task.id: replace(task, note=_note(about, task)) for task in done}
    left_out = [
        LeftOut(task, about[task.id].reason)
        for task in found
        if task.id not in ticked and task.id in about and about[task.id].left_out
    ]
    out = {one.task.id for one in left_out}
    open_tasks = [task for task in found if task.id not in ticked and task.id not in out]
    return StageChecklist(STAGES[stage], _grouped([*open_tasks, *ticked.values()]), tuple(left_out))


def applies(task: StageTemplateTask, situation: StageSituation) -> bool:
    """Whether the task is for this band, this route and a post with these traits.

    While band or route are not decided, tasks for certain ones stay away.
    """
    if task.bands and situation.band not in task.bands:
        return False
    if task.routes and situation.route not in task.routes:
        return False
    if situation.route in task.not_routes:
        return False
    return suits(situation.traits, task.only_for, task.not_for)


def counted(anchor: date, number: int, days: WorkingDays) -> date:
    """The day `number` working days after `anchor`, or before it if negative; 0 is the day itself.

    From a day off, one working day after is the next working day, and one before the last one.
    """
    if number == 0:
        return anchor
    if number > 0 and not days.is_working_day(anchor):
        return days.add(anchor, number - 1)
    return days.add(anchor, number)


def _task(
    row: StageTemplateTask, situation: StageSituation, change: StageChange, days: WorkingDays
) -> StageTask | None:
    written = bool(change.note or change.owner or change.due_on)
    fate = _fate(row, situation)
    if fate and not (written and not change.left_out):
        return None
    anchor = situation.dates.get(row.anchor)
    due = change.due_on or (counted(anchor, row.due, days) if anchor else None)
    return StageTask(
        id=row.id,
        text=row.text,
        owner=change.owner or row.owner,
        group=f"{row.anchor}-{'before' if row.due < 0 else 'after'}",
        due=due,
        missing="" if due else row.anchor,
        page=row.page,
        source=row.source,
        confirmed=row.confirmed,
        note=change.note,
        is_changed=bool(change.owner or change.due_on),
        fate=fate,
    )


def _fate(row: StageTemplateTask, situation: StageSituation) -> str:
    if not row.in_use:
        return WITHDRAWN
    return "" if applies(row, situation) else ELSEWHERE


def _own(change: StageChange) -> StageTask:
    return StageTask(
        id=change.task_id,
        text=change.text,
        owner=change.owner or OWNERS["line-manager"],
        group=OWN,
        due=change.due_on,
        missing="",
        page=None,
        source="",
        confirmed=True,
        note=change.note,
        is_own=True,
    )


def _note(about: Mapping[str, StageChange], task: StageTask) -> str:
    return about[task.id].note if task.id in about else ""


def _grouped(tasks: Sequence[StageTask]) -> tuple[StageGroup, ...]:
    """Return the groups that have tasks; in each, those without a date come last."""
    groups = []
    for slug, name in GROUPS.items():
        found = [task for task in tasks if task.group == slug]
        if found:
            found.sort(key=lambda task: (task.due is None, task.due or date.max))
            groups.append(StageGroup(slug, name, tuple(found)))
    return tuple(groups)


def plain_stage_task(task: StageTask) -> dict[str, Any]:
    """Return a task as a plain value, without its note, which may still change."""
    return {
        "id": task.id,
        "text": task.text,
        "owner": [task.owner.slug, task.owner.name],
        "group": task.group,
        "due": task.due.isoformat() if task.due else None,
        "page": [task.page.name, task.page.address] if task.page else None,
        "source": task.source,
        "confirmed": task.confirmed,
        "is_own": task.is_own,
    }


def done_task(value: Mapping[str, Any], done: Done) -> StageTask:
    """Return the ticked task of a plain value; `done` says when and by whom."""
    return StageTask(
        id=value["id"],
        text=value["text"],
        owner=Owner(*value["owner"]),
        group=value["group"],
        due=date.fromisoformat(value["due"]) if value["due"] else None,
        missing="",
        page=GuidancePage(*value["page"]) if value["page"] else None,
        source=value["source"],
        confirmed=value["confirmed"],
        is_own=value["is_own"],
        done=done,
    )
