"""The bank of questions, tasks and marks, as shipped in `data/selection.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vacancies.recruiting.rules.methods import TASK
from vacancies.recruiting.rules.thread import Anchors, Limits

DATA = Path(__file__).resolve().parent.parent / "data" / "selection.toml"
HOUSE = "House suggestion"


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


@cache
def questions() -> tuple[BankQuestion, ...]:
    """The questions in the order of the file."""
    return tuple(BankQuestion(**with_tuples(row)) for row in _selection_file()["questions"])


@cache
def tasks() -> tuple[BankTask, ...]:
    """The tasks in the order of the file."""
    return tuple(_task(row) for row in _selection_file()["tasks"])


@cache
def anchors() -> dict[str, Anchors]:
    """What 1, 3 and 5 look like, by type of criterion; "other" for those without their own."""
    return {
        row["id"]: Anchors(row["one"], row["three"], row["five"])
        for row in _selection_file()["anchors"]
    }


@cache
def limits() -> Limits:
    """How much of something a selection bears."""
    return Limits(**_selection_file()["limits"])


@cache
def _selection_file() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def _task(row: dict[str, Any]) -> BankTask:
    given = with_tuples(row)
    marks = Anchors(*(given.pop(name) for name in ("one", "three", "five")))
    return BankTask(anchors=marks, **given)


def with_tuples(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of a data file with tuples for lists, as frozen values hold them."""
    return {name: tuple(v) if isinstance(v, list) else v for name, v in row.items()}
