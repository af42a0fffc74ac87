"""Duties under the headings that the manager gave them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class _Grouped(Protocol):
    """Anything with the name of a group, "" for none."""

    @property
    def group(self) -> str: ...


Row = TypeVar("Row", bound=_Grouped)


@dataclass(frozen=True)
class Group(Generic[Row]):
    """Rows of one name, in order. `start`: number of the first over all groups, from 1."""

    name: str
    rows: tuple[Row, ...]
    start: int


def group_key(name: str) -> str:
    """Return what makes two names the same group: neither case nor spaces tell them apart."""
    return " ".join(name.split()).casefold()


def by_group(rows: Iterable[Row]) -> tuple[Group[Row], ...]:
    """Return rows by group. A group stands where its first row stands, and is named by it."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(group_key(row.group), []).append(row)
    groups: list[Group[Row]] = []
    start = 1
    for members in found.values():
        name = " ".join(members[0].group.split())
        groups.append(Group(name, tuple(members), start))
        start += len(members)
    return tuple(groups)
