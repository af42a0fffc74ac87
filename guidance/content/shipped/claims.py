"""The claims that the shipped pages mark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kls_portal.reference.dated import STRENGTHS
from kls_portal.reference.toml_tables import Key, WrongContentError, check_keys, read_tables

KEYS = {
    "id": Key(str, 60),
    "kind": Key(str, 20),
    "words": Key(str, 300),
    "resource": Key(str, 60, default=""),
    "source": Key(str, 300, default=""),
    "confirmed_on": Key(date, default=None),
    "review_by": Key(date, default=None),
    "note": Key(str, default=""),
}


@dataclass(frozen=True)
class ClaimEntry:
    """A claim as shipped. `resource` is the code of a resource, or ""."""

    code: str
    kind: str
    words: str
    resource: str
    source: str
    confirmed_on: date | None
    review_by: date | None
    note: str


def read_claims(file: Path, resources: set[str]) -> list[ClaimEntry]:
    """Return the claims in a file; none where there is no such file.

    Raises WrongContentError for a claim of no known kind, without a source, or that stands twice.
    """
    entries: dict[str, ClaimEntry] = {}
    for start, facts in read_tables(file, "claims") if file.exists() else []:
        values = check_keys(file, facts, KEYS, start)
        entry = ClaimEntry(code=values.pop("id"), **values)
        if fault := _fault(entry, resources) or (entry.code in entries and "it stands twice"):
            raise WrongContentError(file, start, f"the claim “{entry.code}”: {fault}.")
        entries[entry.code] = entry
    return list(entries.values())


def _fault(entry: ClaimEntry, resources: set[str]) -> str:
    if entry.kind not in STRENGTHS:
        return f"“{entry.kind}” is no kind; use {', '.join(STRENGTHS)}"
    if entry.resource and entry.resource not in resources:
        return f"there is no resource “{entry.resource}”"
    return "" if entry.resource or entry.source else "it names no source"
