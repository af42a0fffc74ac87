"""The pages, one Markdown file each.

A file is named after its path (`recruiting.interviews.md` is `recruiting/interviews`) and begins
with TOML front matter between two lines of `+++`.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kls_portal.reference.toml_tables import (
    Key,
    WrongContentError,
    check_keys,
    line_of,
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
