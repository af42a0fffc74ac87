"""Values that the component tags take. Views create them; templates pass them on. Pure.

A link is a pair (text, address), or anything with `.text` and `.address`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape
from math import ceil
from typing import Any

FEW, LARGE = 20, 10
"""The most folds, and the fewest rows in each, of a list with no room for even one open row."""

# Opening tag, kind, id, own name and words of a part of a long list.
_PART = re.compile(
    r'(<(\w{1,10}) id="([^"]{1,200})" data-part(?:="([^"]{0,500})")?[^>]{0,500}>)'
    r"(.{0,1000}?)</(?:\2|summary)>",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]{1,500}>")


@dataclass(frozen=True)
class Task:
    """An item of a task list. address "": it cannot be opened yet. status: see statuses.toml."""

    title: str
    address: str = ""
    hint: str = ""
    status: str = "not-started"


@dataclass(frozen=True)
class Link:
    """A link. description: text of a card below its heading."""

    text: str
    address: str
    description: str = ""


def link_of(given: Any) -> Link:
    """Return a link from a pair, a triple with description, or an object with these attributes."""
    if isinstance(given, tuple | list):
        return Link(*given)
    return Link(given.text, given.address, getattr(given, "description", ""))


@dataclass(frozen=True)
class Fold:
    """Rows of a list that open and close together. words: "" if all rows are in one fold."""

    rows: list[Any]
    words: str = ""
    name: str = ""
    is_open: bool = True


def folds(
    rows: Iterable[Any],
    called: tuple[str, str],
    controls: int,
    most: int,
    must_open: Callable[[Any], bool] = lambda row: False,
) -> list[Fold]:
    """Return the rows of a list in folds, so that a page shows few controls when opened.

    called: singular and plural name of a row; controls: number in each row; most: how many may be
    shown, including two for each fold (its heading and a link to it); must_open: whether a
    row must be visible.
    """
    rows = list(rows)
    if len(rows) * controls <= most:
        return [Fold(rows)] if rows else []
    fits = (n for n in range(len(rows), 0, -1) if n * controls + 2 * ceil(len(rows) / n) <= most)
    fitting = next(fits, 0)
    size = fitting or max(LARGE, ceil(len(rows) / min(FEW, most // 2)))
    one, many = called
    folded = []
    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        first, last = start + 1, start + len(part)
        words = f"{many} {first} to {last}" if last > first else f"{one} {first}"
        is_open = bool(fitting and not start) or any(map(must_open, part))
        folded.append(Fold(part, words.capitalize(), f"from-{first}", is_open))
    return folded


def parts_in(markup: str) -> list[Link]:
    """Return links to the parts of a long list: headings, captions and folds with `data-part`.

    markup: of the list, as it is shown; each part begins with `id="…" data-part`, or
    `data-part="name"` where its words say more than its name. There is no link to a single part,
    nor where all are closed folds, as those read as a list.
    """
    links, is_shown = [], False
    for tag, kind, anchor, name, words in _PART.findall(markup):
        text = " ".join(unescape(name or _TAG.sub("", words)).split())
        links.append(Link(text, f"#{anchor}"))
        is_shown |= kind != "details" or " open" in tag
    return links if is_shown and len(links) > 1 else []
