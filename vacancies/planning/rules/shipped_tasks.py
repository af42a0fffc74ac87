"""The tasks shipped with the portal in `data/vacancy_tasks.toml` and `data/induction_tasks.toml`.

A row with `rule` takes its text, source and confirmation from that rule of jd_rules.toml; the text
is the rule's question if it has one, else its advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from kls_portal.plain_values import read_toml
from vacancies.planning.rules.checklist import Page, Role
from vacancies.rulebook.rulebook import rule

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True)
class TaskSource:
    """A source of tasks. `address` is empty if none is known."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class TaskRow:
    """A row of a file. The files document the fields; see also TemplateTask.

    In full, `page` is an address instead of a slug, and `page_name` the title of that page.
    """

    id: str
    group: str
    owner: str
    due: int
    text: str = ""
    source: str = ""
    confirmed: bool = False
    rule: str = ""
    page: str = ""
    page_name: str = ""
    do: str = ""
    fact: str = ""
    step: str = ""
    solo_text: str = ""
    solo_owner: str = ""
    minutes: int = 0
    probation: str = ""
    bands: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    not_routes: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class TasksFile:
    """A whole file. groups: names of the periods of an induction, by slug."""

    tasks: tuple[TaskRow, ...]
    groups: dict[str, str] = field(default_factory=dict)
    roles: tuple[Role, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)

    def in_full(self) -> tuple[TaskRow, ...]:
        """Return the rows with everything spelt out. Raises KeyError for an undefined slug."""
        return tuple(map(self._in_full, self.tasks))

    def _in_full(self, row: TaskRow) -> TaskRow:
        if row.page:
            page = self.pages[row.page]
            row = replace(row, page=page.address, page_name=page.name)
        if not row.rule:
            return replace(
                row, source=self.sources.get(row.source) or task_sources()[row.source].name
            )
        about = rule(row.rule)
        words, source = about.question or about.message, f"{about.source} (rule {about.id})"
        return replace(row, text=words, source=source, confirmed=about.confirmed)


@cache
def task_sources() -> Mapping[str, TaskSource]:
    """Return the sources of the tasks of both files, by slug."""
    return read_toml(DATA / "task_sources.toml", dict[str, TaskSource])


@cache
def vacancy_tasks() -> TasksFile:
    """Return the tasks of the plan of a vacancy, which belong to its milestones."""
    return read_toml(DATA / "vacancy_tasks.toml", TasksFile)


@cache
def induction_tasks() -> TasksFile:
    """Return the tasks of an induction plan, with its periods and roles."""
    return read_toml(DATA / "induction_tasks.toml", TasksFile)
