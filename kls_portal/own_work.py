"""A signed-in person's own work on public pages."""

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


PANELS: list[Callable[[User], Panel | None]] = []
DATES: list[Callable[[User], OwnDates | None]] = []
"""What apps append when they are ready. Each function returns None for a person without any."""


def panels_for(person: User) -> list[Panel]:
    return [panel for find in PANELS if (panel := find(person))]


def dates_for(person: User) -> OwnDates | None:
    """Return the dates of the first piece of work that a person has; None without one."""
    return next((dates for find in DATES if (dates := find(person))), None)
