"""The steps of `vacancies/data/timeline.toml` as frozen values, read once."""

import tomllib
from functools import lru_cache
from pathlib import Path

from vacancies.timeline.step import Step

DATA = Path(__file__).resolve().parent.parent / "data" / "timeline.toml"


@lru_cache(maxsize=1)
def steps() -> tuple[Step, ...]:
    """Return every step in the order of the file. Raises TypeError for a field too many."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["steps"]
    return tuple(Step(**{**row, "not_routes": tuple(row.get("not_routes", ()))}) for row in rows)
