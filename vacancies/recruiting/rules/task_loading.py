"""The tasks of `vacancies/recruiting/data/tasks.toml` as frozen values, read once.

A row with `rule` takes its words, its source and whether it is confirmed from that rule of
jd_rules.toml: its question for people where it has one, else its advice.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from vacancies.planning.rules.checklist import Page, TemplateTask
from vacancies.planning.rules.layers import Placed
from vacancies.planning.rules.owners import OF_VACANCIES
from vacancies.planning.rules.sources import task_sources
from vacancies.rulebook.rulebook import rule

DATA = Path(__file__).resolve().parent.parent / "data" / "tasks.toml"
CONDITIONS = ("bands", "routes", "not_routes", "only_for", "not_for")


@cache
def recruiting_tasks() -> tuple[Placed, ...]:
    """All tasks with their milestones, in the order of the data.

    Raises KeyError for a word that the data does not explain.
    """
    return tuple(Placed(row["milestone"], _task(row)) for row in _tasks_file()["tasks"])


@cache
def where_done() -> dict[str, str]:
    """The names of our own pages on which tasks are done, by id of the task."""
    return {row["id"]: row["do"] for row in _tasks_file()["tasks"] if "do" in row}


@cache
def facts_of_tasks() -> dict[str, str]:
    """The facts by which tasks tick themselves (`planning/facts.py`), by id of the task."""
    return {row["id"]: row["fact"] for row in _tasks_file()["tasks"] if "fact" in row}


@cache
def _tasks_file() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def _task(row: dict[str, Any]) -> TemplateTask:
    text, source, confirmed = _words(row)
    conditions: dict[str, Any] = {name: tuple(row.get(name, ())) for name in CONDITIONS}
    return TemplateTask(
        id=row["id"],
        text=text,
        owner=OF_VACANCIES[row["owner"]],
        due=row["due"],
        page=Page(**_tasks_file()["pages"][row["page"]]),
        source=source,
        confirmed=confirmed,
        **conditions,
    )


def _words(row: dict[str, Any]) -> tuple[str, str, bool]:
    if "rule" in row:
        about = rule(row["rule"])
        return about.question or about.message, f"{about.source} (rule {about.id})", about.confirmed
    shared = {slug: source.name for slug, source in task_sources().items()}
    names: dict[str, str] = {**shared, **_tasks_file()["sources"]}
    return row["text"], names[row["source"]], row["confirmed"]
