"""The questions, tasks, score guides and words of gaps, as shipped in `data/selection.toml`."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kls_portal.plain_values import read_toml
from vacancies.drafting.rules.draft import TASK
from vacancies.recruiting.rules.selection_plan import Anchors, Limits

DATA = Path(__file__).resolve().parent.parent / "data" / "selection.toml"
HOUSE = "Our suggestion"


@dataclass(frozen=True)
class BankQuestion:
    """An interview question for one type of criterion (`category`), with its score guide.

    about: phrases of the criteria for which it is proposed; without any, by the words of `text`.
    """

    id: str
    category: str
    text: str
    about: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    anchors: Anchors = field(default_factory=Anchors)
    source: str = HOUSE
    confirmed: bool = False


@dataclass(frozen=True)
class BankTask:
    """A task or presentation (`method`): what the candidate does, with its preparation.

    minutes: a house suggestion, as are `bands` and the score guide. where: such as "in person".
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
class GapWords:
    """The words of a gap and of the link to its remedy; otherwise: the sentence of its other case.

    {names} are filled in by the rule.
    """

    sentence: str
    remedy: str
    otherwise: str = ""


@dataclass(frozen=True)
class Bank:
    """The whole file. anchors: by type of criterion; "other" for types without any.

    gaps: by the name of their rule.
    """

    limits: Limits
    anchors: dict[str, Anchors]
    gaps: dict[str, GapWords]
    questions: tuple[BankQuestion, ...]
    tasks: tuple[BankTask, ...]


@cache
def bank() -> Bank:
    """Return the bank, with its questions and tasks in file order."""
    return read_toml(DATA, Bank)


def limits() -> Limits:
    """Return the limits of a selection plan."""
    return bank().limits
