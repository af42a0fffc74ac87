"""Areas of the Professional Knowledge and Skills Base that a duty can be tagged with.

Source: background knowledge of the PKSB; the document itself was not read. The list is data and
says that it is not confirmed.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data" / "pksb_areas.toml"


@dataclass(frozen=True)
class Area:
    """One area: a slug that is never reused, and its name."""

    slug: str
    name: str


@cache
def areas() -> tuple[Area, ...]:
    """The areas in their order, from pksb_areas.toml."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["areas"]
    return tuple(Area(row["slug"], row["name"]) for row in rows)
