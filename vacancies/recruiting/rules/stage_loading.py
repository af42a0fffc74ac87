"""The tasks of `vacancies/recruiting/data/stage_tasks.toml` as frozen values, read once.

A row with `rule` takes its words, its source and whether it is confirmed from that rule of
jd_rules.toml: its question for people where it has one, else its advice.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from vacancies.planning.rules.sources import task_sources
from vacancies.planning.rules.stage import ANCHORS, OWNERS, STAGES, GuidancePage, StageTemplateTask
from vacancies.rulebook.rulebook import rule

DATA = Path(__file__).resolve().parent.parent / "data" / "stage_tasks.toml"


@cache
def stage_tasks() -> tuple[StageTemplateTask, ...]:
    """All tasks in the order of the data. Raises KeyError for a word the data does not explain."""
    return tuple(_task(row) for row in _stage_tasks_file()["tasks"])


@cache
def _stage_tasks_file() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def _task(row: dict[str, Any]) -> StageTemplateTask:
    text, source, confirmed = _words(row)
    return StageTemplateTask(
        id=row["id"],
        stage=STAGES[row["stage"]].slug,
        text=text,
        owner=OWNERS[row["owner"]],
        anchor=ANCHORS[row["anchor"]].slug,
        due=row["due"],
        page=GuidancePage(**_stage_tasks_file()["pages"][row["page"]]),
        source=source,
        confirmed=confirmed,
        bands=tuple(row.get("bands", ())),
        routes=tuple(row.get("routes", ())),
        not_routes=tuple(row.get("not_routes", ())),
        only_for=tuple(row.get("only_for", ())),
        not_for=tuple(row.get("not_for", ())),
    )


def _words(row: dict[str, Any]) -> tuple[str, str, bool]:
    if "rule" in row:
        about = rule(row["rule"])
        return about.question or about.message, f"{about.source} (rule {about.id})", about.confirmed
    shared = {slug: source.name for slug, source in task_sources().items()}
    names: dict[str, str] = {**shared, **_stage_tasks_file()["sources"]}
    return row["text"], names[row["source"]], row["confirmed"]
