"""Channels and rules of `vacancies/data/advert_channels.toml` as frozen values, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vacancies.advertising.channel import Channel

DATA = Path(__file__).resolve().parent.parent / "data" / "advert_channels.toml"


@dataclass(frozen=True)
class PlanRule:
    """What holds for an advert plan. severity: must, should or could.

    mend: the kind of page where it is seen to: dates, channels, case, choice or outcome.
    """

    id: str
    severity: str
    text: str
    mend: str
    source: str


@cache
def channels() -> tuple[Channel, ...]:
    """The channels in the order of the file. Raises TypeError for a field too many."""
    return tuple(Channel(**_with_tuples(row)) for row in _read()["channels"])


@cache
def plan_rules() -> dict[str, PlanRule]:
    """The rules of a plan by id, in the order of the file."""
    return {row["id"]: PlanRule(**row) for row in _read()["rules"]}


@cache
def _read() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def _with_tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in row.items()}
