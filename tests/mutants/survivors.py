"""Mutants that may live, each with its reason: survivors.toml."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.running import Survivor

DATA = Path(__file__).with_name("survivors.toml")
# Why a mutant may live. equivalent: nothing that anybody can see differs. wording: a sentence
# differs, and tests hold no sentences. boundary: a limit of our own, one more or less of which
# nobody meets. elsewhere: tests outside the area kill it.
KINDS = ("equivalent", "wording", "boundary", "elsewhere")


@dataclass(frozen=True)
class Listed:
    """One that may live: the place and the lines that it changes, so that it may move."""

    place: str
    before: str
    after: str
    kind: str
    why: str


def listed() -> tuple[Listed, ...]:
    """Return all that may live, in the order of the file."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8")).get("survivor", [])
    return tuple(Listed(**row) for row in rows)


def is_of(row: Listed, survivor: Survivor) -> bool:
    """Whether a row lists this survivor."""
    return (row.place, row.before, row.after) == (survivor.place, survivor.before, survivor.after)


def without_reason(survivors: Iterable[Survivor], rows: Iterable[Listed]) -> list[Survivor]:
    """Return the survivors that no row lists."""
    known = tuple(rows)
    return [one for one in survivors if not any(is_of(row, one) for row in known)]


def killed_now(survivors: Iterable[Survivor], rows: Iterable[Listed]) -> list[Listed]:
    """Return the rows that list no survivor."""
    alive = tuple(survivors)
    return [row for row in rows if not any(is_of(row, one) for one in alive)]
