"""The induction tasks of `data/induction_tasks.toml` as frozen values, read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from vacancies.planning.rules.checklist import Role, TemplateGroup, TemplateTask
from vacancies.planning.rules.owners import OF_STARTERS
from vacancies.planning.rules.sources import task_sources

DATA = Path(__file__).resolve().parent.parent / "data" / "induction_tasks.toml"


@cache
def groups() -> tuple[TemplateGroup, ...]:
    """All groups of tasks in time order, with the tasks for every kind of starter."""
    return tuple(
        TemplateGroup(row["id"], row["name"], tuple(_task(task) for task in row["tasks"]))
        for row in _tasks_file()["groups"]
    )


@cache
def on_the_clock() -> dict[str, str]:
    """How tasks hang on the clock of probation, by id. It comes with the portal and stays."""
    tasks = (task for group in groups() for task in group.tasks)
    return {task.id: task.probation for task in tasks if task.probation}


@cache
def roles() -> tuple[Role, ...]:
    """The roles that checklists and plans are made for, lowest band first."""
    return tuple(Role(**row) for row in _tasks_file()["roles"])


def role_title(slug: str) -> str:
    """The title of a role, "" for a slug that is none."""
    return next((role.title for role in roles() if role.slug == slug), "")


def role_titled(title: str) -> str:
    """The slug of the role with this title, in capitals or not; "" where there is none."""
    wanted = title.strip().casefold()
    return next((role.slug for role in roles() if role.title.casefold() == wanted), "")


@cache
def _tasks_file() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def _task(row: dict[str, Any]) -> TemplateTask:
    """One task: slugs of owner and source become the owner and the source's name.

    Raises KeyError for a slug that the file does not explain.
    """
    solo_owner = row.get("solo_owner")
    known = {
        **row,
        "owner": OF_STARTERS[row["owner"]],
        "source": task_sources()[row["source"]].name,
        "bands": tuple(row.get("bands", ())),
        "roles": tuple(row.get("roles", ())),
        "only_for": tuple(row.get("only_for", ())),
        "not_for": tuple(row.get("not_for", ())),
        "solo_owner": OF_STARTERS[solo_owner] if solo_owner else None,
    }
    return TemplateTask(**known)
