"""Values that the component tags take. Views fill them; templates pass them on.

A link is a pair (text, address), or anything with `.text` and `.address`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


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
