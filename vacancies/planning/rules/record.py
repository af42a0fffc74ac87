"""Tasks and whole plans as plain values that JSON can hold, and back.

A plan keeps in this form what it took up of the template, each task as it was when it was ticked,
and the whole of itself when it is finished.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time
from typing import Any

from vacancies.planning.rules.checklist import (
    Checklist,
    Done,
    Group,
    Owner,
    Page,
    Task,
    TemplateTask,
)
from vacancies.planning.rules.layers import Placed, Ticked

FORMAT = 1
"""The number of the form. Reading an older one must never fail."""

Plain = dict[str, Any]
_TAKEN_UP = ("id", "text", "owner", "due", "source", "confirmed", "minutes", "page")


def plain_placed(one: Placed) -> Plain:
    """Return a template task that a plan takes up as a plain value."""
    return {"group": one.group_id, **_plain_fields(one.task, _TAKEN_UP)}


def placed(value: Mapping[str, Any]) -> Placed:
    """Return the template task of a plain value. It has no conditions: they were met then."""
    known = {name: _READ.get(name, _same)(value[name]) for name in _TAKEN_UP if name in value}
    return Placed(value["group"], TemplateTask(**known))


def plain_task(task: Task) -> Plain:
    """Return a dated task as a plain value, without its note, which may still change."""
    return _plain_fields(task, [name for name in _TASK if name != "note"])


def task_of(value: Mapping[str, Any]) -> Task:
    """Return the dated task of a plain value."""
    read = {**_READ, "due": _day, "opened": _day}
    return Task(**{name: read.get(name, _same)(value[name]) for name in _TASK if name in value})


def plain_ticked(group: Group, task: Task) -> Plain:
    """Return a task with its group as it is when it is ticked."""
    return {"group": [group.id, group.name], "task": plain_task(task)}


def ticked(value: Mapping[str, Any], done: Done) -> Ticked:
    """Return the ticked task of a plain value; `done` says when and by whom."""
    task = replace(task_of(value["task"]), done=done)
    group_id, group_name = value["group"]
    return Ticked(group_id, group_name, task)


def plain_checklist(checklist: Checklist) -> Plain:
    """Return a whole plan as a plain value."""
    groups = [
        {"id": group.id, "name": group.name, "tasks": [plain_task(task) for task in group.tasks]}
        for group in checklist.groups
    ]
    return {"format": FORMAT, **_plain_fields(checklist, _FACTS), "groups": groups}


def checklist_of(value: Mapping[str, Any]) -> Checklist:
    """Return the plan of a plain value."""
    groups = tuple(
        Group(row["id"], row["name"], tuple(task_of(task) for task in row["tasks"]))
        for row in value["groups"]
    )
    read: dict[str, Any] = {"start": _day, "traits": tuple}
    known = {name: read.get(name, _same)(value[name]) for name in _FACTS if name in value}
    return Checklist(groups=groups, **known)


_TASK = tuple(field.name for field in fields(Task))
_FACTS = tuple(
    field.name
    for field in fields(Checklist)
    if field.name not in ("groups", "left_out", "tasks_of")
)


def _plain_fields(value: Any, names: Any) -> Plain:
    return {name: _plain(getattr(value, name)) for name in names}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _same(value: Any) -> Any:
    return value


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


_READ: dict[str, Any] = {
    "owner": lambda value: Owner(*value),
    "page": lambda value: Page(*value) if value else None,
    "at": lambda value: time.fromisoformat(value) if value else None,
    "done": lambda value: (
        Done(datetime.fromisoformat(value[0]) if value[0] else None, *value[1:]) if value else None
    ),
}
