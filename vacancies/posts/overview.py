"""What a vacancy's first page shows. Each feature registers its own entries; the page knows none.

To add one: a function of the feature that yields it, registered in `apps.py`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from kls_portal.parts import Task
from vacancies.posts.models import Vacancy, VacancyQuery


@dataclass(frozen=True)
class Part:
    """A part of the page: its slug, its heading ("" for none) and a sentence beneath."""

    slug: str
    heading: str
    words: str = ""


WHO = "Who does what, and by when. The tasks suit the contract, the band and the dates."
PARTS = (
    Part("start", ""),
    Part("section", "Draft the job description and person specification"),
    Part("advert", "Check it and advertise it"),
    Part("use", "Use the draft"),
    Part("selection", "Selection"),
    Part("plan", "Plan", WHO),
    Part("end", "At the end"),
    Part("versions", "Versions and examples"),
    Part("file", "Look after this file"),
)


@dataclass(frozen=True)
class Entry:
    """A line of a part. state: see statuses.py, "" for a page that is never done or open.

    missing: what it lacks, in words. files: the name of the address of files, instead of a page's.
    """

    part: str
    id: str
    label: str
    address: str = ""
    state: str = ""
    missing: str = ""
    files: str = ""

    @property
    def task(self) -> Task:
        """Return it as a line of a task list."""
        return Task(self.label, self.address, hint=self.missing, status=self.state)


@dataclass(frozen=True)
class Notice:
    """What stands above all parts: a template, and what it is given as `notice`."""

    template: str
    values: Any = None


Line = Entry | Notice
Lines = Callable[[Vacancy, date], Iterable[Line]]
Needs = Callable[[VacancyQuery], VacancyQuery]


def link(vacancy: Vacancy, part: str, page: str, label: str) -> Entry:
    """Return an entry that leads to a page of the vacancy, whose address has that name."""
    return Entry(part, page, label, reverse(f"vacancies:{page}", args=[vacancy.pk]))


def links(part: str, **labels: str) -> Lines:
    """Return lines that are pages of the vacancy alone: names of addresses and what leads there."""
    return lambda vacancy, _: [link(vacancy, part, page, labels[page]) for page in labels]


@dataclass
class Overview:
    """What the features have registered, in this order."""

    features: list[tuple[Lines, Needs]] = field(default_factory=list)
    rows: list[Lines] = field(default_factory=list)

    def register(self, lines: Lines, needs: Needs = lambda rows: rows) -> None:
        """Add the lines of a feature. needs: fetches with a vacancy what they are made of."""
        self.features.append((lines, needs))

    def register_row(self, lines: Lines) -> None:
        """Add what a feature says of a vacancy in the list; it is fetched with `for_list()`."""
        self.rows.append(lines)

    def fetched(self, rows: VacancyQuery) -> VacancyQuery:
        """Return the vacancies with what all features need."""
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
