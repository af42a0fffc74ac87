"""What somebody who is signed in finds of their own on public pages; an app registers it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kls_portal.accounts.models import User


@dataclass(frozen=True)
class Panel:
    """A part of the home page: a template, and what it is given as `panel`."""

    template: str
    values: Any


Find = Callable[[User], Panel | None]
_finds: list[Find] = []


def register(find: Find) -> None:
    """Add a part; it is None for whoever has nothing of the kind. Registered twice, it is once."""
    if find not in _finds:
        _finds.append(find)


def panels_for(person: User) -> list[Panel]:
    """Return the parts of the home page that a person has."""
    return [panel for find in _finds if (panel := find(person))]


@dataclass(frozen=True)
class OwnDates:
    """The days on which the stages of a piece of work end, by the slug of the stage."""

    title: str
    address: str
    days: Mapping[str, date]


def no_dates(person: User) -> OwnDates | None:
    """Return the days of a person who has none."""
    return None


dates_of: list[Callable[[User], OwnDates | None]] = [no_dates]
"""The last one answers."""
