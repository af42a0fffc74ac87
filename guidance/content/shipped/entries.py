"""What ships with the portal, entry by entry: pages, resources, networks, claims and updates.

A page is a Markdown file named after its path (`recruiting.interviews.md` is
`recruiting/interviews`), which begins with TOML front matter between two lines of `+++`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from guidance.decisions.models import Decision, DecisionStep
from guidance.decisions.rules import DecisionEntry, faults_of
from guidance.news.models import Update
from guidance.register.models import Claim, ExternalResource, Network
from guidance.texts.models import Page, Revision
from kls_portal.calendar.working_days import months_after
from kls_portal.reference.dated import STRENGTHS
from kls_portal.reference.toml_tables import (
    WrongContentError,
    line_of,
    read_tables,
    read_text,
    read_toml,
    structured,
)

FENCE = "+++"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,99}(\.[a-z0-9][a-z0-9-]{0,99}){0,9}\.md")
Entry = TypeVar("Entry")


@dataclass(frozen=True)
class PageFile:
    """A page as shipped. `text` is Markdown; `resources` are codes of resources.

    `group` is its heading within the section, `moved_from` its path in an earlier release, and
    `search_words` what people call it, with commas between; each is "" for none.
    """

    path: str
    title: str
    summary: str
    order: int
    reviewed: date
    next_review: date
    text: str
    group: str = ""
    search_words: str = ""
    based_on: str = ""
    resources: tuple[str, ...] = ()
    moved_from: str = ""

    @property
    def parent_path(self) -> str | None:
        return self.path.rpartition("/")[0] or None


def read_page(file: Path) -> PageFile:
    """Return the page in a file. Raises WrongContentError."""
    if not NAME.fullmatch(file.name):
        what = "the name may hold small letters, digits, hyphens and dots."
        raise WrongContentError(file, 1, what)
    page = _read_front(file, PageFile, {"path": file.stem.replace(".", "/")}, Page, Revision)
    whole = read_text(file)
    if page.order < 0:
        raise WrongContentError(file, line_of(whole, "order"), "the order is below 0.")
    if page.next_review <= page.reviewed:
        what = "the next review is not after the last."
        raise WrongContentError(file, line_of(whole, "next_review"), what)
    words, resources = " ".join(page.search_words.split()), tuple(dict.fromkeys(page.resources))
    return replace(page, search_words=words, resources=resources)


def _read_front(file: Path, kind: type[Entry], more: dict[str, str], *models: Any) -> Entry:
    """Return the front matter of a Markdown file with its text, and `more`, as a dataclass."""
    whole = read_text(file)
    lines = whole.splitlines()
    end = _end_of_facts(file, lines)
    facts = read_toml(file, "\n".join(lines[1:end]), lines_before=1)
    facts |= more | {"text": "\n".join(lines[end + 1 :])}
    if not facts["text"].strip():
        raise WrongContentError(file, end + 1, "the page has no text.")
    return structured(file, kind, facts, lambda key: line_of(whole, key), *models)


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

    id: str
    name: str
    publisher: str
    use: str
    confirmed: bool
    url: str = ""
    where_seen: str = ""
    note: str = ""
    read_on: date | None = None


def read_resources(file: Path) -> list[ResourceEntry]:
    """Return the register. Raises WrongContentError, also for a duplicate resource."""
    tables = read_tables(file, "resources", ResourceEntry, ExternalResource)
    return [entry for _, entry in _each_once(file, "id", tables)]


def _each_once(
    file: Path, key: str, tables: Iterator[tuple[int, Entry]]
) -> Iterator[tuple[int, Entry]]:
    """Yield entries, with the line of each. Raises WrongContentError for a `key` given twice."""
    seen = set()
    for start, entry in tables:
        value = getattr(entry, key)
        if value in seen:
            raise WrongContentError(file, start, f"the {key} “{value}” stands here twice.")
        seen.add(value)
        yield start, entry


@dataclass(frozen=True)
class NetworkEntry:
    """A network as shipped. `resource` is the id of one in the register; `topics` are names."""

    resource: str
    kind: str
    region: str
    topics: tuple[str, ...]
    what_for: str
    who_may_join: str
    how_to_join: str
    confirmed: bool


def read_networks(file: Path, resources: set[str]) -> list[NetworkEntry]:
    """Return the networks, none if there is no such file. `resources` are the ids of the register.

    Raises WrongContentError, also for an unknown or duplicate resource.
    """
    if not file.exists():
        return []
    tables = read_tables(file, "networks", NetworkEntry, Network)
    entries = []
    for start, entry in _each_once(file, "resource", tables):
        if entry.kind not in Network.Kind:
            kinds = ", ".join(Network.Kind.values)
            raise WrongContentError(file, start, f"“kind” must be one of {kinds}.")
        if entry.resource not in resources:
            what = f"there is no resource “{entry.resource}”."
            raise WrongContentError(file, start, what)
        entries.append(entry)
    return entries


@dataclass(frozen=True)
class ClaimEntry:
    """A claim as shipped. `resource` is the id of a resource, or ""."""

    id: str
    kind: str
    words: str
    resource: str = ""
    source: str = ""
    confirmed_on: date | None = None
    review_by: date | None = None
    note: str = ""


def read_claims(file: Path, resources: set[str]) -> list[ClaimEntry]:
    """Return the claims in a file, none if there is no such file.

    Raises WrongContentError, also for a claim of unknown kind, without a source, or duplicated.
    """
    if not file.exists():
        return []
    entries = []
    for start, entry in _each_once(file, "id", read_tables(file, "claims", ClaimEntry, Claim)):
        if fault := _fault(entry, resources):
            raise WrongContentError(file, start, f"the claim “{entry.id}”: {fault}.")
        a_year_on = months_after(entry.confirmed_on, 12) if entry.confirmed_on else None
        entries.append(replace(entry, review_by=entry.review_by or a_year_on))
    return entries


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
    published: date
    tags: tuple[str, ...]
    text: str


def read_updates(folder: Path) -> list[UpdateFile]:
    """Return the updates in a folder, none if there is no such folder.

    Each is a Markdown file named after its slug. Raises WrongContentError.
    """
    files = sorted(folder.glob("*.md"))
    return [_read_front(file, UpdateFile, {"slug": file.stem}, Update) for file in files]


def read_decisions(file: Path) -> list[DecisionEntry]:
    """Return the decisions in a file, none if there is no such file.

    Raises WrongContentError, also for a decision with faults.
    """
    if not file.exists():
        return []
    tables = read_tables(file, "decisions", DecisionEntry, Decision, DecisionStep)
    entries = []
    for start, entry in tables:
        try:
            fault = next(iter(faults_of(entry.graph())), "")
        except ValueError as error:
            fault = str(error)
        if fault:
            raise WrongContentError(file, start, fault)
        entries.append(entry)
    return entries
