"""The shipped entries besides pages: resources, networks, claims and updates."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from guidance.content.shipped.pages import read_parts
from guidance.register.models import Network
from kls_portal.calendar.working_days import months_after
from kls_portal.reference.dated import STRENGTHS
from kls_portal.reference.toml_tables import Key, WrongContentError, read_rows


@dataclass(frozen=True)
class ResourceEntry:
    """A resource as shipped. `read_on` is the day on which a copy of it was read, if any."""

    code: str
    name: str
    publisher: str
    use: str
    confirmed: bool
    url: str = ""
    where_seen: str = ""
    note: str = ""
    read_on: date | None = None


_RESOURCE = {"code": 60, "name": 200, "publisher": 200, "use": 300, "url": 500, "where_seen": 300}


def read_resources(file: Path) -> list[ResourceEntry]:
    """Return the register. Raises WrongContentError, also for a duplicate resource."""
    entries: dict[str, ResourceEntry] = {}
    for start, entry in read_rows(file, "resources", ResourceEntry, _RESOURCE):
        if entry.code in entries:
            what = f"the resource “{entry.code}” stands here twice."
            raise WrongContentError(file, start, what)
        entries[entry.code] = entry
    return list(entries.values())


@dataclass(frozen=True)
class NetworkEntry:
    """A network as shipped. `resource` is a code in the register; `topics` are names."""

    resource: str
    kind: str
    region: str
    topics: tuple[str, ...]
    what_for: str
    who_may_join: str
    how_to_join: str
    confirmed: bool


_NETWORK = {
    "resource": 60,
    "kind": 10,
    "region": 60,
    **dict.fromkeys(("what_for", "who_may_join", "how_to_join"), 300),
}


def read_networks(file: Path, codes: set[str]) -> tuple[NetworkEntry, ...]:
    """Return the networks, none if there is no such file. `codes` are those of the register.

    Raises WrongContentError, also for an unknown or duplicate resource.
    """
    if not file.exists():
        return ()
    entries: dict[str, NetworkEntry] = {}
    for start, entry in read_rows(file, "networks", NetworkEntry, _NETWORK):
        if entry.kind not in Network.Kind:
            kinds = ", ".join(Network.Kind.values)
            raise WrongContentError(file, start, f"“kind” must be one of {kinds}.")
        if entry.resource not in codes or entry.resource in entries:
            fault = "stands here twice" if entry.resource in entries else "is not in the register"
            raise WrongContentError(file, start, f"the resource “{entry.resource}” {fault}.")
        entries[entry.resource] = replace(entry, topics=tuple(sorted(set(entry.topics))))
    return tuple(entries.values())


@dataclass(frozen=True)
class ClaimEntry:
    """A claim as shipped. `resource` is the code of a resource, or ""."""

    code: str
    kind: str
    words: str
    resource: str = ""
    source: str = ""
    confirmed_on: date | None = None
    review_by: date | None = None
    note: str = ""


_CLAIM = {"code": 60, "kind": 20, "words": 300, "resource": 60, "source": 300}


def read_claims(file: Path, resources: set[str]) -> list[ClaimEntry]:
    """Return the claims in a file, none if there is no such file.

    Raises WrongContentError, also for a claim of unknown kind, without a source, or duplicated.
    """
    if not file.exists():
        return []
    entries: dict[str, ClaimEntry] = {}
    for start, entry in read_rows(file, "claims", ClaimEntry, _CLAIM):
        if fault := _fault(entry, resources) or (entry.code in entries and "it is there twice"):
            raise WrongContentError(file, start, f"the claim “{entry.code}”: {fault}.")
        a_year_on = months_after(entry.confirmed_on, 12) if entry.confirmed_on else None
        entries[entry.code] = replace(entry, review_by=entry.review_by or a_year_on)
    return list(entries.values())


def _fault(entry: ClaimEntry, resources: set[str]) -> str:
    if entry.kind not in STRENGTHS:
        return f"“{entry.kind}” is no kind; use {', '.join(STRENGTHS)}"
    if entry.resource and entry.resource not in resources:
        return f"there is no resource “{entry.resource}”"
    return "" if entry.resource or entry.source else "it names no source"


@dataclass(frozen=True)
class UpdateFile:
    """An update as shipped. `text` is Markdown; `tags` are names of topics."""

    slug: str
    title: str
    summary: str
    published_on: date
    tags: tuple[str, ...]
    text: str


_UPDATE = {
    "title": Key(str, 120),
    "summary": Key(str, 300),
    "published": Key(date),
    "tags": Key(list),
}


def read_updates(folder: Path) -> tuple[UpdateFile, ...]:
    """Return the updates in a folder, none if there is no such folder.

    Each is a Markdown file named after its slug. Raises WrongContentError.
    """
    return tuple(_update_file(file) for file in sorted(folder.glob("*.md")))


def _update_file(file: Path) -> UpdateFile:
    values, text = read_parts(file, _UPDATE)
    published_on, tags = values.pop("published"), tuple(sorted(set(values.pop("tags"))))
    return UpdateFile(file.stem, published_on=published_on, tags=tags, text=text, **values)
