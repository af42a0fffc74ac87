"""What ships with the portal in `guidance/content`: pages, resources, claims, news and more.

Pages and updates are Markdown files that begin with TOML front matter between two lines of `+++`;
a page is named after its path (`recruiting.interviews.md` is `recruiting/interviews`). Pure but for
reading files, in which a wrong field is named. What they must say is held by tests.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from guidance import CONTENT
from guidance.decisions.rules import DecisionEntry
from guidance.search.synonyms import SynonymEntry, synonyms_of
from kls_portal.calendar.working_days import months_after
from kls_portal.plain_values import WrongValuesError, from_plain, rows_in

FENCE = "+++\n"
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

    @property
    def due(self) -> date | None:
        """The day by which it must be confirmed again, a year after the last time by default."""
        a_year_on = months_after(self.confirmed_on, 12) if self.confirmed_on else None
        return self.review_by or a_year_on


@dataclass(frozen=True)
class UpdateFile:
    """An update as shipped. `text` is Markdown; `tags` are names of topics."""

    slug: str
    title: str
    summary: str
    published: date
    tags: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Content:
    """Everything in a folder: the pages, parents first, and the other shipped entries."""

    pages: Sequence[PageFile]
    resources: Sequence[ResourceEntry]
    updates: Sequence[UpdateFile]
    networks: Sequence[NetworkEntry]
    claims: Sequence[ClaimEntry]
    synonyms: Sequence[SynonymEntry]
    decisions: Sequence[DecisionEntry]


def read_content(folder: Path = CONTENT) -> Content:
    """Return the content of a folder. Raises WrongValuesError, and OSError for a missing file."""
    pages = sorted(folder.glob("*.md"), key=lambda file: (file.stem.count("."), file.name))
    updates = sorted((folder / "updates").glob("*.md"))
    content = Content(
        pages=[_read(file, PageFile, path=file.stem.replace(".", "/")) for file in pages],
        resources=rows_in(folder / "resources.toml", "resources", ResourceEntry),
        updates=[_read(file, UpdateFile, slug=file.stem) for file in updates],
        networks=rows_in(folder / "networks.toml", "networks", NetworkEntry),
        claims=rows_in(folder / "claims.toml", "claims", ClaimEntry),
        synonyms=rows_in(folder / "synonyms.toml", "groups", SynonymEntry),
        decisions=rows_in(folder / "decisions.toml", "decisions", DecisionEntry),
    )
    try:
        synonyms_of(content.synonyms)
    except ValueError as error:
        raise WrongValuesError(f"synonyms.toml: {error}") from error
    return content


def _read(file: Path, kind: type[Entry], **named: str) -> Entry:
    """Return the front matter of a Markdown file with its text, and `named`, as a dataclass."""
    try:
        whole = file.read_text(encoding="utf-8").removeprefix(FENCE)
        front, _, text = whole.partition(f"\n{FENCE}")
        values = tomllib.loads(front)
    except ValueError as error:
        raise WrongValuesError(f"{file.name}: {error}") from error
    return from_plain(kind, {**values, **named, "text": text.strip()}, file.name)
