"""What a vacancy's first page shows. Each feature registers its own entries; the page knows none.

To add one: a function of the feature that yields it, registered in `apps.py`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse

from kls_portal.parts import Task
from vacancies.posts.models import Vacancy, VacancyQuery

DESCRIBE, ADVERTISE, CHOOSE, APPOINT, WELCOME = STAGES = (
    "describe",
    "advertise",
    "choose",
    "appoint",
    "welcome",
)
"""The parts of the page: the stages of a vacancy."""
FILE = "file"
"""The part for the vacancy as a file: who works on it, deleting it."""


@dataclass(frozen=True)
class Entry:
    """A line of a part. state: see statuses.py, "" for a page that is never done or open.

    hint: how far it is, or what it lacks, in words.
    """

    part: str
    id: str
    label: str
    address: str
    state: str = ""
    hint: str = ""

    @property
    def task(self) -> Task:
        """Return it as a line of a task list."""
        return Task(self.label, self.address, hint=self.hint, status=self.state)


@dataclass(frozen=True)
class Notice:
    """What stands above all parts: a template, and what it is given as `notice`."""

    template: str
    values: Any = None


@dataclass(frozen=True)
class Waiting:
    """Something that waits for somebody, such as a question to answer: in words, and where."""

    id: str
    words: str
    address: str


@dataclass(frozen=True)
class Due:
    """A step with its day, None without one, and the page where it is done."""

    id: str
    name: str
    address: str
    day: date | None = None
    is_late: bool = False

    @property
    def words(self) -> str:
        """Return it with its day, such as "Approval to recruit by Thursday 4 February"."""
        if self.day is None:
            return self.name
        by = ", late since" if self.is_late else " by"
        return f"{self.name}{by} {self.day:%A} {self.day.day} {self.day:%B}"


@dataclass(frozen=True)
class Stage:
    """A stage. state: see statuses.py; day: by when, None without one; left: what it lacks.

    address: its part of the plan.
    """

    slug: str
    name: str
    state: str
    address: str = ""
    day: date | None = None
    left: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether everything in it is reached."""
        return self.state == "complete"


@dataclass(frozen=True)
class Standing:
    """Where a vacancy is. current: the slug of its stage; plan: the address of its plan.

    next: None where nothing is left; coming: what has a day from today on; late: how many tasks.
    """

    stages: tuple[Stage, ...]
    current: str
    plan: str = ""
    next: Due | None = None
    coming: tuple[Due, ...] = ()
    late: int = 0

    @property
    def place(self) -> int:
        """Return the number of the current stage, from 1."""
        return [stage.slug for stage in self.stages].index(self.current) + 1

    @property
    def stage(self) -> Stage:
        """Return the current stage."""
        return self.stages[self.place - 1]


Line = Entry | Notice | Waiting
Lines = Callable[[Vacancy, date], Iterable[Line]]
Needs = Callable[[VacancyQuery], VacancyQuery]


def link(vacancy: Vacancy, part: str, page: str, label: str) -> Entry:
    """Return an entry that leads to a page of the vacancy, whose address has that name."""
    return Entry(part, page, label, reverse(f"vacancies:{page}", args=[vacancy.pk]))


NOWHERE = Standing(tuple(Stage(slug, slug, "not-started") for slug in STAGES), DESCRIBE)


@dataclass
class Overview:
    """What the features have registered, in this order.

    standing: says where a vacancy that was `fetched` is; due: the day of its next step, for one
    fetched with `for_dates()`.
    """

    features: list[tuple[Lines, Needs]] = field(default_factory=list)
    rows: list[Lines] = field(default_factory=list)
    standing: Callable[[Vacancy, date], Standing] = lambda *_: NOWHERE
    due: Callable[[Vacancy], date | None] = lambda _: None

    def register(self, lines: Lines, needs: Needs = lambda rows: rows) -> None:
        """Add the lines of a feature. needs: fetches with a vacancy what they are made of.

        It is called once for all requests, so nothing in it depends on the hour or on a person.
        """
        self.features.append((lines, needs))

    def register_row(self, lines: Lines) -> None:
        """Add what a feature says of a vacancy in the list; it is fetched with `for_list()`."""
        self.rows.append(lines)

    @cached_property
    def fetched(self) -> VacancyQuery:
        """The vacancies with what all features need: put together once, asked anew each time."""
        rows = Vacancy.objects.all()
        for _, needs in self.features:
            rows = needs(rows)
        return rows

    def lines_of(self, vacancy: Vacancy, today: date) -> list[Line]:
        """Return every line of a vacancy that was `fetched`."""
        return [line for lines, _ in self.features for line in lines(vacancy, today)]

    def rows_of(self, vacancy: Vacancy, today: date) -> Iterator[Line]:
        """Yield what the features say of a vacancy in the list."""
        for lines in self.rows:
            yield from lines(vacancy, today)


overview = Overview()
"""The first pages of a vacancy, and what is loaded for all features."""
