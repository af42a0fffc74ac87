"""Tasks and whole plans as plain values that JSON can hold, and back.

A plan keeps in this form what it took up of the template, each task as it was when it was ticked,
and the whole of itself when it is finished.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from vacancies.induction.rules.layers import Placed
from vacancies.planning.rules.checklist import Checklist, Done, Group, Owner, Task, TemplateTask
from vacancies.planning.rules.progress import Ticked

FORMAT = 1
"""The number of the form. Reading an older one must never fail."""

Plain = dict[str, Any]


def plain_placed(one: Placed) -> Plain:
    """Return a template task that a plan takes up as a plain value."""
    task = one.task
    return {
        "group": one.group_id,
        "id": task.id,
        "text": task.text,
        "owner": [task.owner.slug, task.owner.name],
        "due": task.due,
        "source": task.source,
        "confirmed": task.confirmed,
        "minutes": task.minutes,
    }


def placed(value: Mapping[str, Any]) -> Placed:
    """Return the template task of a plain value. It has no conditions: they were met then."""
    task = TemplateTask(
        id=value["id"],
        text=value["text"],
        owner=Owner(*value["owner"]),
        due=value["due"],
        source=value["source"],
        confirmed=value["confirmed"],
        minutes=value["minutes"],
    )
    return Placed(value["group"], task)


def plain_task(task: Task) -> Plain:
    """Return a dated task as a plain value."""
    return {
        "id": task.id,
        "text": task.text,
        "owner": [task.owner.slug, task.owner.name],
        "due": task.due.isoformat(),
        "source": task.source,
        "confirmed": task.confirmed,
        "minutes": task.minutes,
        "at": task.at.isoformat("minutes") if task.at else None,
        "withdrawn": task.withdrawn,
        "done": [task.done.at.isoformat(), task.done.by] if task.done else None,
    }


def task_of(value: Mapping[str, Any]) -> Task:
    """Return the dated task of a plain value."""
    done, at = value.get("done"), value.get("at")
    return Task(
        id=value["id"],
        text=value["text"],
        owner=Owner(*value["owner"]),
        due=date.fromisoformat(value["due"]),
        source=value["source"],
        confirmed=value["confirmed"],
        minutes=value["minutes"],
        at=time.fromisoformat(at) if at else None,
        withdrawn=value["withdrawn"],
        done=Done(datetime.fromisoformat(done[0]), done[1]) if done else None,
    )


def plain_ticked(group: Group, task: Task) -> Plain:
    """Return a task with its group as it is when it is ticked."""
    return {"group": [group.id, group.name], "task": plain_task(task)}


def ticked(value: Mapping[str, Any], done: Done) -> Ticked:
    """Return the ticked task of a plain value; `done` says when and by whom."""
    task = task_of({**value["task"], "done": [done.at.isoformat(), done.by]})
    group_id, group_name = value["group"]
    return Ticked(group_id, group_name, task)


def plain_checklist(checklist: Checklist) -> Plain:
    """Return a whole plan as a plain value."""
    return {
        "format": FORMAT,
        "role": checklist.role,
        "band": checklist.band,
        "start": checklist.start.isoformat(),
        "organisation": checklist.organisation,
        "manages_people": checklist.manages_people,
        "works_alone": checklist.works_alone,
        "note_on_start": checklist.note_on_start,
        "nation": checklist.nation,
        "traits": list(checklist.traits),
        "role_name": checklist.role_name,
        "groups": [
            {"id": group.id, "name": group.name, "tasks": [plain_task(t) for t in group.tasks]}
            for group in checklist.groups
        ],
    }


def checklist_of(value: Mapping[str, Any]) -> Checklist:
    """Return the plan of a plain value."""
    groups = (
        Group(row["id"], row["name"], tuple(task_of(task) for task in row["tasks"]))
        for row in value["groups"]
    )
    return Checklist(
        role=value["role"],
        band=value["band"],
        start=date.fromisoformat(value["start"]),
        organisation=value["organisation"],
        manages_people=value["manages_people"],
        works_alone=value["works_alone"],
        groups=tuple(groups),
        note_on_start=value["note_on_start"],
        nation=value["nation"],
        traits=tuple(value["traits"]),
        role_name=value.get("role_name", ""),
    )
