"""What ships with the portal, entry by entry: pages, resources, networks, claims and updates.

A page is a Markdown file named after its path (`recruiting.interviews.md` is
`recruiting/interviews`), which begins with TOML front matter between two lines of `+++`.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from guidance.register.models import Network
from kls_portal.calendar.working_days import months_after
from kls_portal.reference.dated import STRENGTHS
from kls_portal.reference.toml_tables import (
    Key,
    WrongContentError,
    check_keys,
    line_of,
    read_rows,
    read_text,
    read_toml,
)

FENCE = "+++"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,99}(\.[a-z0-9][a-z0-9-]{0,99}){0,9}\.md")
KEYS = {
    "title": Key(str, 120),
    "summary": Key(str, 300),
    "order": Key(int),
    "group": Key(str, 60, default=""),
    "reviewed": Key(date),
    "next_review": Key(date),
    "based_on": Key(str, default=""),
    "resources": Key(list, default=[]),
    "moved_from": Key(str, default=""),
}


@dataclass(frozen=True)
class PageFile:
    """A page as shipped. `text` is Markdown; `resources` are codes of resources.

    `group` is its heading within the section, and `moved_from` its path in an earlier release; both
    are "" for none.
    """

    path: str
    title: str
    summary: str
    order: int
    group: str
    reviewed: date
    next_review: date
    based_on: str
    resources: tuple[str, ...]
    moved_from: str
    text: str

    @property
    def parent_path(self) -> str | None:
        """The path of the page above, or None at the top."""
        return self.path.rpartition("/")[0] or None


def read_page(file: Path) -> PageFile:
    """Return the page in a file. Raises WrongContentError."""
    if not NAME.fullmatch(file.name):
        what = "the name may hold small letters, digits, hyphens and dots."
        raise WrongContentError(file, 1, what)
    values, text = read_parts(file, KEYS)
    whole = read_text(file)
    if values["order"] < 0:
        raise WrongContentError(file, line_of(whole, "order"), "the order is below 0.")
    if values["next_review"] <= values["reviewed"]:
        what = "the next review is not after the last."
        raise WrongContentError(file, line_of(whole, "next_review"), what)
    values["resources"] = tuple(dict.fromkeys(values["resources"]))
    return PageFile(path=file.stem.replace(".", "/"), text=text, **values)


def read_parts(file: Path, keys: dict[str, Key]) -> tuple[dict[str, Any], str]:
    """Return the front matter and the text of a Markdown file. Raises WrongContentError."""
    whole = read_text(file)
    lines = whole.splitlines()
    end = _end_of_facts(file, lines)
    facts = read_toml(file, "\n".join(lines[1:end]), lines_before=1)
    values = check_keys(file, facts, keys, lambda key: line_of(whole, key))
    text = "\n".join(lines[end + 1 :]).strip()
    if not text:
        raise WrongContentError(file, end + 1, "the page has no text.")
    return values, text


def _end_of_facts(file: Path, lines: list[str]) -> int:
    if not lines or lines[0].strip() != FENCE:
        raise WrongContentError(file, 1, f"a page opens with a line of {FENCE}.")
    for at, line in enumerate(lines[1:], 1):
        if line.strip() == FENCE:
            return at
    what = f"the line of {FENCE} that ends the facts is missing."
    raise WrongContentError(file, len(lines), what)


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
