"""Values that the component tags take. Views fill them; templates pass them on.

A link is a pair (text, address), or anything with `.text` and `.address`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any

FEW = 20
"""So many folds a list has at most where not even a row may be open."""


@dataclass(frozen=True)
class Task:
    """A line of a task list. address "": it cannot be opened yet. status: see statuses.py."""

    title: str
    address: str = ""
    hint: str = ""
    status: str = "not-started"


@dataclass(frozen=True)
class Action:
    """A link behind a row; `hidden_text` tells screen readers what it acts on."""

    text: str
    address: str
    hidden_text: str


@dataclass(frozen=True, init=False)
class Row:
    """A line of a summary list: what it is called, what it is, and what can be done with it."""

    key: str
    value: Any
    actions: tuple[Action, ...]

    def __init__(self, key: str, value: Any, *actions: Action) -> None:
        for name, given in (("key", key), ("value", value), ("actions", actions)):
            object.__setattr__(self, name, given)


@dataclass(frozen=True)
class Link:
    """A place to go. description: what a card says below its heading."""

    text: str
    address: str
    description: str = ""


def link_of(given: Any) -> Link:
    """Return a link from a pair (or three: with a description) or from an object of its names."""
    if isinstance(given, tuple | list):
        return Link(*given)
    return Link(given.text, given.address, getattr(given, "description", ""))


@dataclass(frozen=True)
class Fold:
    """Rows of a list that open and close together. words: "" where all rows stand in one fold."""

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
    per_fold: int = 1,
    label: Callable[[Any], str] | None = None,
) -> list[Fold]:
    """Return the rows of a list in folds, so that few controls meet whoever opens the page.

    called: what one row and what many are called; controls: how many a row has; most: how many may
    be open, with those of each fold: its heading, and a link to it; must_open: whether a row must
    be in sight; label: what a row says while it is folded, where each is to fold by itself.
    """
    rows = list(rows)
    if len(rows) * controls <= most:
        return [Fold(rows)] if rows else []
    fits = (
        n for n in range(len(rows), 0, -1) if n * controls + per_fold * ceil(len(rows) / n) <= most
    )
    is_short = size = next(fits, 0)
    size = size or ceil(len(rows) / FEW)
    if label and len(rows) <= most:
        size, is_short = 1, controls + len(rows) <= most
    one, many = called
    found = []
    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        first, last = start + 1, start + len(part)
        words = f"{many} {first} to {last}" if last > first else f"{one} {first}"
        words = label(part[0]) if label and size == 1 else words.capitalize()
        is_open = bool(is_short and not start) or any(map(must_open, part))
        found.append(Fold(part, words, f"from-{first}", is_open))
    return found
