"""The bank of questions, tasks and marks, as shipped in `data/selection.toml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kls_portal.plain_values import read_toml
from vacancies.recruiting.rules.selection_plan import TASK, Anchors, Limits

DATA = Path(__file__).resolve().parent.parent / "data" / "selection.toml"
HOUSE = "Our suggestion"


@dataclass(frozen=True)
class BankQuestion:
    """An interview question for one type of criterion (`category`)."""

    id: str
    category: str
    text: str
    follow_ups: tuple[str, ...] = ()
    source: str = HOUSE
    confirmed: bool = False


@dataclass(frozen=True)
class BankTask:
    """A task or presentation (`method`): what the candidate does, and all that prepares it.

    minutes: a house suggestion, as are `bands` and the marks. where: such as "in person".
    """

    id: str
    name: str
    text: str
    shows: tuple[str, ...]
    minutes: int
    prepare: tuple[str, ...]
    adjustments: tuple[str, ...]
    scoring: tuple[str, ...]
    bands: tuple[str, ...]
    where: str
    anchors: Anchors
    source: str
    confirmed: bool
    method: str = TASK
    avoid_when: str = ""


@dataclass(frozen=True)
class _Bank:
    limits: Limits
    anchors: dict[str, Anchors]
    questions: tuple[BankQuestion, ...]
    tasks: tuple[BankTask, ...]


def questions() -> tuple[BankQuestion, ...]:
    """The questions in the order of the file."""
    return _bank().questions


def tasks() -> tuple[BankTask, ...]:
    """The tasks in the order of the file."""
    return _bank().tasks


def anchors() -> dict[str, Anchors]:
    """What 1, 3 and 5 look like, by type of criterion; "other" for those without their own."""
    return _bank().anchors


def limits() -> Limits:
    """How much of something a selection bears."""
    return _bank().limits


@cache
def _bank() -> _Bank:
    return read_toml(DATA, _Bank)
