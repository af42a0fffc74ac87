"""The first page of a vacancy. Features register their own entries; the page knows none of them.

To add an entry, write a function in `overview.py` of the feature that yields it, and register it in
`apps.py`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse

from kls_portal.accounts.permissions import Action
from kls_portal.parts import Task
from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.rules import DESCRIBE, STAGES

FILE = "file"
"""The part for sharing and deleting the vacancy."""


@dataclass(frozen=True)
class Entry:
    """A line of a part. state: see statuses.toml, "" for a page without a state.

    hint: its progress, or what is missing, in words.
    """

    part: str
    id: str
    label: str
    address: str
    state: str = ""
    hint: str = ""

    @property
    def task(self) -> Task:
        return Task(self.label, self.address, hint=self.hint, status=self.state)


@dataclass(frozen=True)
class Notice:
    """A notice above all parts: a template, and its context variable `notice`."""

    template: str
    values: Any = None


@dataclass(frozen=True)
class Waiting:
    """Something waiting for a response, such as a question: its words and its URL.

    until: the slug of the stage in which it waits no longer; None for always.
    """

    id: str
    words: str
    address: str
    until: str | None = None


@dataclass(frozen=True)
class Due:
    """A step with its date, if any, and the page where it is done."""

    id: str
    name: str
    address: str
    day: date | None = None
    is_late: bool = False

    @property
    def words(self) -> str:
        """Its name with its date, such as "Approval to recruit by Thursday 4 February"."""
        if self.day is None:
            return self.name
        by = ", late since" if self.is_late else " by"
        return f"{self.name}{by} {self.day:%A} {self.day.day} {self.day:%B}"


@dataclass(frozen=True)
class Stage:
    """A stage. state: see statuses.toml; day: its due date, if any; left: what is missing.

    address: the URL of its part of the plan.
    """

    slug: str
    name: str
    state: str
    address: str = ""
    day: date | None = None
    left: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every milestone in it is reached."""
        return self.state == "complete"


@dataclass(frozen=True)
class Standing:
    """The progress of a vacancy. current: the slug of its stage; plan: the URL of its plan.

    next: None if nothing is left; coming: steps dated today or later; late: number of late tasks,
    0 once nothing is left.
    """

    stages: tuple[Stage, ...]
    current: str
    plan: str = ""
    next: Due | None = None
    coming: tuple[Due, ...] = ()
    late: int = 0

    @property
    def place(self) -> int:
        return [stage.slug for stage in self.stages].index(self.current) + 1

    @property
    def stage(self) -> Stage:
        return self.stages[self.place - 1]


Line = Entry | Notice | Waiting
Lines = Callable[[Vacancy, date], Iterable[Line]]
Needs = Callable[[VacancyQuery], VacancyQuery]


def link(
    vacancy: Vacancy, part: str, page: str, label: str, state: str = "", hint: str = ""
) -> Entry:
    """Return an entry that links to the page of the vacancy with that URL name."""
    return Entry(part, page, label, reverse(f"vacancies:{page}", args=[vacancy.pk]), state, hint)


def file_lines(vacancy: Any, _: date) -> Iterator[Entry]:
    if Action.SHARE in vacancy.rights:
        yield link(vacancy, FILE, "vacancy_share", "Work on it with colleagues")
    if Action.DELETE in vacancy.rights:
        yield link(vacancy, FILE, "vacancy_delete", "Delete this vacancy")


NOWHERE = Standing(tuple(Stage(*stage, "not-started") for stage in STAGES.items()), DESCRIBE)


def state_of(begun: object, done: object) -> str:
    """Return the state of an entry by whether anything in it is done, and whether all is."""
    return "complete" if done else "incomplete" if begun else "not-started"


@dataclass
class Overview:
    """The entries that features have registered, in the order of registration.

    standing: returns the progress of a `fetched` vacancy; due: returns the date of the next step of
    a vacancy fetched with `for_dates()`; row: yields the lines for a vacancy in the list, fetched
    with `for_list()`.
    """

    features: list[tuple[Lines, Needs]] = field(default_factory=list)
    standing: Callable[[Vacancy, date], Standing] = lambda *_: NOWHERE
    due: Callable[[Vacancy], date | None] = lambda _: None
    row: Lines = lambda *_: ()

    def register(self, lines: Lines, needs: Needs = lambda rows: rows) -> None:
        """Add the lines of a feature. needs: extends the queryset by what the lines use.

        `needs` is called once for all requests, so it must not depend on the time or the user.
        """
        self.features.append((lines, needs))

    @cached_property
    def fetched(self) -> VacancyQuery:
        """The vacancies with what all features need: built once, evaluated for each request."""
        rows = Vacancy.objects.all()
        for _, needs in self.features:
            rows = needs(rows)
        return rows

    def lines_of(self, vacancy: Vacancy, today: date) -> list[Line]:
        """Return every line of a `fetched` vacancy."""
        return [line for lines, _ in self.features for line in lines(vacancy, today)]


overview = Overview()
"""The overview on which all features register."""
