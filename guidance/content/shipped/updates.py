"""One Markdown file an update, named by the last part of its address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guidance.content.shipped.pages import read_parts
from kls_portal.reference.toml_tables import Key

KEYS = {
    "title": Key(str, 120),
    "summary": Key(str, 300),
    "published": Key(date),
    "tags": Key(list),
}


@dataclass(frozen=True)
class UpdateFile:
    """An update as shipped. `text` is Markdown; `tags` are names of topics."""

    slug: str
    title: str
    summary: str
    published_on: date
    tags: tuple[str, ...]
    text: str


def read_updates(folder: Path) -> tuple[UpdateFile, ...]:
    """Return the updates in a folder, none where there is no folder. Raises WrongContentError."""
    return tuple(_update_file(file) for file in sorted(folder.glob("*.md")))


def _update_file(file: Path) -> UpdateFile:
    values, text = read_parts(file, KEYS)
    return UpdateFile(
        slug=file.stem,
        title=values["title"],
        summary=values["summary"],
        published_on=values["published"],
        tags=tuple(sorted(set(values["tags"]))),
        text=text,
    )
