"""The register of resources outside the portal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kls_portal.reference.toml_tables import Key, WrongContentError, check_keys, read_tables

KEYS = {
    "id": Key(str, 60),
    "name": Key(str, 200),
    "publisher": Key(str, 200),
    "use": Key(str, 300),
    "confirmed": Key(bool),
    "url": Key(str, 500, default=""),
    "where_seen": Key(str, 300, default=""),
    "note": Key(str, default=""),
    "read_on": Key(date, default=None),
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
        values = check_keys(file, facts, KEYS, start)
        entry = ResourceEntry(code=values.pop("id"), **values)
        if entry.code in entries:
            what = f"the resource “{entry.code}” stands here twice."
            raise WrongContentError(file, start, what)
        entries[entry.code] = entry
    return list(entries.values())
