"""The register of resources outside the portal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guidance.texts.rules.facts import Fact, WrongContentError, check_facts, read_tables

FACTS = {
    "id": Fact(str, 60),
    "name": Fact(str, 200),
    "publisher": Fact(str, 200),
    "use": Fact(str, 300),
    "confirmed": Fact(bool),
    "url": Fact(str, 500, default=""),
    "where_seen": Fact(str, 300, default=""),
    "note": Fact(str, default=""),
    "read_on": Fact(date, default=None),
}


@dataclass(frozen=True)
class ResourceEntry:
    """A resource as shipped. `read_on` is the day a copy of it was read, where one was."""

    code: str
    name: str
    publisher: str
    use: str
    url: str
    where_seen: str
    confirmed: bool
    note: str
    read_on: date | None


def read_resources(file: Path) -> list[ResourceEntry]:
    """Return the register. Raises WrongContentError, also where a resource stands in it twice."""
    entries: dict[str, ResourceEntry] = {}
    for start, facts in read_tables(file, "resources"):
        values = check_facts(file, facts, FACTS, start)
        entry = ResourceEntry(code=values.pop("id"), **values)
        if entry.code in entries:
            what = f"the resource “{entry.code}” stands here twice."
            raise WrongContentError(file, start, what)
        entries[entry.code] = entry
    return list(entries.values())
