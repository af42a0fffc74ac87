"""Where the tasks of plans come from: `vacancies/planning/data/task_sources.toml`, read once."""

import tomllib
from functools import cache
from pathlib import Path

from vacancies.planning.rules.checklist import TaskSource

DATA = Path(__file__).resolve().parent.parent / "data" / "task_sources.toml"


@cache
def task_sources() -> dict[str, TaskSource]:
    """Where tasks come from, by slug."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return {slug: TaskSource(slug, **row) for slug, row in rows.items()}
