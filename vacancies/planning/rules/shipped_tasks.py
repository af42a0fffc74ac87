"""The tasks shipped with the portal in `data/vacancy_tasks.toml` and `data/induction_tasks.toml`.

A row with `rule` takes its text, source and confirmation from that rule of jd_rules.toml; the text
is the rule's question if it has one, else its advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kls_portal.plain_values import from_row, read_toml
from vacancies.planning.rules.checklist import OWNERS, Page, Role, TemplateTask
from vacancies.planning.rules.layers import Placed
from vacancies.rulebook.rulebook import rule

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True)
class TaskSource:
    """A source of tasks. `address` is empty if none is known."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class TaskRow:
    """A row of a file. The files document the fields; see also TemplateTask."""

    id: str
    group: str
    owner: str
    due: int
    text: str = ""
    source: str = ""
    confirmed: bool = False
    rule: str = ""
    page: str = ""
    do: str = ""
    fact: str = ""
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

    def placed(self) -> tuple[Placed, ...]:
        """Return every task with its group. Raises KeyError for an undefined slug."""
        return tuple(Placed(row.group, self._task(row)) for row in self.tasks)

    def _task(self, row: TaskRow) -> TemplateTask:
        text, source, confirmed = self._task_words(row)
        return from_row(
            TemplateTask,
            row,
            text=text,
            source=source,
            confirmed=confirmed,
            owner=OWNERS[row.owner],
            solo_owner=OWNERS[row.solo_owner] if row.solo_owner else None,
            page=self.pages[row.page] if row.page else None,
        )

    def _task_words(self, row: TaskRow) -> tuple[str, str, bool]:
        if row.rule:
            about = rule(row.rule)
            words = about.question or about.message
            return words, f"{about.source} (rule {about.id})", about.confirmed
        source = self.sources.get(row.source) or task_sources()[row.source].name
        return row.text, source, row.confirmed


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
