"""A signed-in person's own work on public pages; apps register it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kls_portal.accounts.models import User


@dataclass(frozen=True)
class Panel:
    """A panel of the home page: a template, and its context variable `panel`."""

    template: str
    values: Any


@dataclass(frozen=True)
class OwnDates:
    """The end dates of the stages of a piece of work, by slug of the stage."""

    title: str
    address: str
    days: Mapping[str, date]


Find = Callable[[User], Panel | None]
FindDates = Callable[[User], OwnDates | None]
_finds: list[Find] = []
_dates: list[FindDates] = []


def register(find: Find) -> None:
    """Register a panel; `find` returns None if a person has none. Idempotent."""
    if find not in _finds:
        _finds.append(find)


def register_dates(find: FindDates) -> None:
    """Register a piece of work that has dates, as `register` does."""
    if find not in _dates:
        _dates.append(find)


def panels_for(person: User) -> list[Panel]:
    return [panel for find in _finds if (panel := find(person))]


def dates_for(person: User) -> OwnDates | None:
    """Return the dates of the first piece of work that a person has; None without one."""
    return next((dates for find in _dates if (dates := find(person))), None)
