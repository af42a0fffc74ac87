"""Drafts in which every text is written, read from the classes and not from a list."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, fields
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from vacancies.drafting.rules.fields import Draft

NAMES = ("Mrs Jane Pemberton", "PROF JONES", "Ask J. K. Pemberton", "mr patel")
NUMBERS = ("01632 960 123", "0 1 6 3 2 9 6 0 1 2 3", "ext 4471", "jane.pemberton@nhs.net")
ADDRESSES = ("14 Mill\nLane\nNorthfield", "ls1 4ap", "NF1 2AB")
PRIVATE = (*NAMES, *NUMBERS, *ADDRESSES)
"""A name, a number and an address, each in several forms."""


def filled(kind: type, text: Callable[[str], str], place: str = "") -> Any:
    """Return an instance of a dataclass with `text(place)` in every text, nested ones too."""
    hints = get_type_hints(kind)
    return kind(
        **{
            f.name: _value(hints[f.name], text, f"{place}.{f.name}".strip("."))
            for f in fields(kind)
        }
    )


def text_places(kind: type = Draft) -> list[str]:
    """Return the place of every text of a dataclass, such as "duties.group"."""
    found: list[str] = []

    def note(place: str) -> str:
        found.append(place)
        return place

    filled(kind, note)
    return found


def with_text(place: str, words: str, kind: type = Draft) -> Any:
    """Return a draft with these words at one place, and harmless ones elsewhere."""
    return filled(kind, lambda where: words if where == place else "x")


def texts_in(value: Any) -> Iterator[str]:
    """Return every text within a draft or plain values, whatever holds it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts_in(one)
    elif hasattr(value, "__dataclass_fields__"):
        yield from texts_in(asdict(value))


def _value(hint: Any, text: Callable[[str], str], place: str) -> Any:
    if hint is str:
        return text(place)
    if get_origin(hint) is UnionType:
        hint = get_args(hint)[0]
    if get_origin(hint) is tuple:
        return (_value(get_args(hint)[0], text, place),)
    if hasattr(hint, "__dataclass_fields__"):
        return filled(hint, text, place)
    return {int: 1, bool: True}.get(hint)
