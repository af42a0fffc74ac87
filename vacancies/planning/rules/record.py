"""Conversion of tasks and whole plans to and from JSON values.

A plan stores in this form its inherited tasks, each ticked task as it was, and, once finished,
the whole plan.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kls_portal.plain_values import Stored, to_plain
from vacancies.planning.rules.checklist import Checklist, Done, Group, Task, TemplateTask
from vacancies.planning.rules.layers import Placed, Ticked

Plain = dict[str, Any]
_INHERITED = ("id", "text", "owner", "due", "source", "confirmed", "minutes", "page")
_read = Stored({}).read


def plain_placed(one: Placed) -> Plain:
    """Return an inherited template task as a plain value."""
    task = to_plain(one.task)
    return {"group": one.group_id, **{name: task[name] for name in _INHERITED}}


def placed(value: Mapping[str, Any]) -> Placed:
    """Return the template task of a plain value, without conditions, as they were met."""
    return Placed(value["group"], _read(TemplateTask, value))


def plain_ticked(group: Group, task: Task) -> Plain:
    """Return a task being ticked, with its group and without its note, as a plain value."""
    return {"group": [group.id, group.name], "task": to_plain(replace(task, note=""))}


def ticked(value: Mapping[str, Any], done: Done) -> Ticked:
    """Return the ticked task of a plain value; `done` says when and by whom."""
    group_id, group_name = value["group"]
    return Ticked(group_id, group_name, replace(_read(Task, value["task"]), done=done))


def plain_checklist(checklist: Checklist) -> Plain:
    """Return a whole plan as a plain value, without its notes, which may still change."""
    groups = tuple(
        replace(group, tasks=tuple(replace(task, note="") for task in group.tasks))
        for group in checklist.groups
    )
    kept = replace(checklist, groups=groups, left_out=(), tasks_of="")
    return to_plain(kept)


def checklist_of(value: Mapping[str, Any]) -> Checklist:
    return _read(Checklist, value)
