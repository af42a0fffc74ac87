"""The directory of networks and email lists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kls_portal.reference.toml_tables import Key, WrongContentError, check_keys, read_tables

KINDS = ("list", "group")
KEYS = {
    "resource": Key(str, 60),
    "kind": Key(str, 10),
    "region": Key(str, 60),
    "topics": Key(list),
    "what_for": Key(str, 300),
    "who_may_join": Key(str, 300),
    "how_to_join": Key(str, 300),
    "confirmed": Key(bool),
}


@dataclass(frozen=True)
class NetworkEntry:
    """A network as shipped. `resource` is a code of the register; `topics` are names."""

    resource: str
    kind: str
    region: str
    topics: tuple[str, ...]
    what_for: str
    who_may_join: str
    how_to_join: str
    confirmed: bool


def read_networks(file: Path, codes: set[str]) -> tuple[NetworkEntry, ...]:
    """Return the directory, none where there is no file. `codes` are those of the register.

    Raises WrongContentError, also for a resource that is not there or stands twice.
    """
    entries: dict[str, NetworkEntry] = {}
    for start, facts in read_tables(file, "networks") if file.exists() else ():
        values = check_keys(file, facts, KEYS, start)
        values["topics"] = tuple(sorted(set(values["topics"])))
        entry = NetworkEntry(**values)
        if entry.kind not in KINDS:
            raise WrongContentError(file, start, f"“kind” must be one of {', '.join(KINDS)}.")
        if entry.resource not in codes or entry.resource in entries:
            there = "stands here twice" if entry.resource in entries else "is not in the register"
            raise WrongContentError(file, start, f"the resource “{entry.resource}” {there}.")
        entries[entry.resource] = entry
    return tuple(entries.values())
