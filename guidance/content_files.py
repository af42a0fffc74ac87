"""Reads the shipped content: one Markdown file a page, and the register of resources. Pure but
for reading files.

A page file is named after its path (`recruiting.interviews.md` is `recruiting/interviews`) and
opens with TOML between two lines of `+++`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FENCE = "+++"
NAME = re.compile(r"[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*\.md")
_LINE_OF_TOML = re.compile(r"\s*\(at line (\d+), column \d+\)")


class WrongContentError(ValueError):
    """A content file that cannot be loaded. Its text is one sentence with file and line."""

    def __init__(self, file: Path, line: int, what: str) -> None:
        super().__init__(f"{file.name}, line {line}: {what}")


@dataclass(frozen=True)
class PageFile:
    """A page as shipped. `text` is Markdown; `resources` are codes of resources."""

    path: str
    title: str
    summary: str
    order: int
    reviewed: date
    next_review: date
    based_on: str
    resources: tuple[str, ...]
    text: str

    @property
    def parent_path(self) -> str | None:
        """The path of the page above, or None at the top."""
        return self.path.rpartition("/")[0] or None


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


PAGE_FIELDS = {
    "title": (str, 120),
    "summary": (str, 300),
    "order": (int, None),
    "reviewed": (date, None),
    "next_review": (date, None),
    "based_on": (str, None),
    "resources": (list, None),
}
RESOURCE_FIELDS = {
    "id": (str, 60),
    "name": (str, 200),
    "publisher": (str, 200),
    "use": (str, 300),
    "url": (str, 500),
    "where_seen": (str, 300),
    "confirmed": (bool, None),
    "note": (str, None),
    "read_on": (date, None),
}
NOT_NEEDED = {"based_on": "", "resources": [], "url": "", "where_seen": "", "note": ""}
NOT_NEEDED |= {"read_on": None}
KINDS = {str: "text", int: "a whole number", date: "a date", list: "a list", bool: "true or false"}


def read_content(folder: Path) -> tuple[list[PageFile], list[ResourceEntry]]:
    """Return the pages (parents first) and the resources of a folder.

    Raises WrongContentError for the first thing that is wrong, and FileNotFoundError where the
    folder or its resources.toml is missing.
    """
    resources = read_resources(folder / "resources.toml")
    codes = {resource.code for resource in resources}
    files = sorted(folder.glob("*.md"), key=lambda file: file.stem.count("."))
    pages = [read_page(file) for file in files]
    paths = {page.path for page in pages}
    for file, page in zip(files, pages, strict=True):
        if page.parent_path and page.parent_path not in paths:
            raise WrongContentError(file, 1, f"there is no page “{page.parent_path}” for it.")
        for code in page.resources:
            if code not in codes:
                line = _line_of(file.read_text(encoding="utf-8"), "resources")
                raise WrongContentError(file, line, f"there is no resource “{code}”.")
    return pages, resources


def read_page(file: Path) -> PageFile:
    """Return the page in a file. Raises WrongContentError."""
    if not NAME.fullmatch(file.name):
        raise WrongContentError(
            file, 1, "the name may hold small letters, digits, hyphens and dots."
        )
    whole = _text(file)
    lines = whole.splitlines()
    if not lines or lines[0].strip() != FENCE:
        raise WrongContentError(file, 1, f"a page opens with a line of {FENCE}.")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        raise WrongContentError(
            file, len(lines), f"the line of {FENCE} that ends the facts is missing."
        )
    fields = _toml(file, "\n".join(lines[1:end]), lines_before=1)
    values = _checked(file, fields, PAGE_FIELDS, lambda key: _line_of(whole, key))
    if values["next_review"] <= values["reviewed"]:
        raise WrongContentError(
            file, _line_of(whole, "next_review"), "the next review is not after the last."
        )
    text = "\n".join(lines[end + 1 :]).strip()
    if not text:
        raise WrongContentError(file, end + 1, "the page has no text.")
    values["resources"] = tuple(values["resources"])
    return PageFile(path=file.stem.replace(".", "/"), text=text, **values)


def read_resources(file: Path) -> list[ResourceEntry]:
    """Return the register of resources. Raises WrongContentError."""
    whole = _text(file)
    tables = _toml(file, whole).get("resources", [])
    starts = [at for at, line in enumerate(whole.splitlines(), 1) if line == "[[resources]]"]
    entries: dict[str, ResourceEntry] = {}
    for fields, start in zip(tables, starts, strict=True):
        values = _checked(file, fields, RESOURCE_FIELDS, lambda _, line=start: line)
        entry = ResourceEntry(code=values.pop("id"), **values)
        if entry.code in entries:
            raise WrongContentError(file, start, f"the resource “{entry.code}” stands here twice.")
        entries[entry.code] = entry
    return list(entries.values())


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise WrongContentError(file, line, "the text is not UTF-8.") from error


def _toml(file: Path, text: str, lines_before: int = 0) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _LINE_OF_TOML.search(str(error))
        line = int(place.group(1)) if place else text.count("\n") + 1
        what = _LINE_OF_TOML.sub("", str(error)).replace(" (at end of document)", "")
        raise WrongContentError(file, line + lines_before, f"this is not TOML ({what}).") from error


def _checked(
    file: Path, fields: dict[str, Any], wanted: dict[str, tuple[type, int | None]], line_of: Any
) -> dict[str, Any]:
    """Return every wanted field, or raise WrongContentError for one missing, unknown or wrong."""
    for key in fields.keys() - wanted.keys():
        raise WrongContentError(file, line_of(key), f"“{key}” is not a fact that is known.")
    values = {}
    for key, (kind, longest) in wanted.items():
        if key not in fields and key not in NOT_NEEDED:
            raise WrongContentError(file, line_of(key), f"“{key}” is missing.")
        value = fields.get(key, NOT_NEEDED.get(key))
        values[key] = value = value.strip() if isinstance(value, str) else value
        if key in fields and type(value) is not kind:
            raise WrongContentError(file, line_of(key), f"“{key}” must be {KINDS[kind]}.")
        if longest and len(value) > longest:
            raise WrongContentError(file, line_of(key), f"“{key}” is over {longest} characters.")
    return values


def _line_of(text: str, key: str) -> int:
    """Return the line on which a key stands, or the first where it does not."""
    lines: Iterable[tuple[int, str]] = enumerate(text.splitlines(), 1)
    return next((at for at, line in lines if re.match(rf"{key}\s*=", line)), 1)
