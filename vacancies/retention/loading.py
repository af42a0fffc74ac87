"""The tools of `vacancies/data/retention.toml` as frozen values, read once."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from vacancies.retention.tool import Tool

DATA = Path(__file__).resolve().parent.parent / "data" / "retention.toml"


@lru_cache(maxsize=1)
def tools() -> tuple[Tool, ...]:
    """Return every tool in the order of the file. Raises TypeError for a field too many."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["tools"]
    return tuple(_tool(row) for row in rows)


def _tool(row: dict[str, Any]) -> Tool:
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Tool(**values)
