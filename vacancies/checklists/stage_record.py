"""A task of a stage as it was when it was ticked: a plain value that JSON can hold, and back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from vacancies.checklists.checklist import Done, Owner
from vacancies.checklists.stage import GuidancePage, StageTask


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
