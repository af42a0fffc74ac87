"""Routes of a contract, traits of a post, and rows by their group: pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

LONGEST_LINE, LONGEST_TEXT, LONGEST_ADDRESS = 200, 5_000, 500
"""Characters of a field of one line, of one of several, and of the address of a page."""

LIMITED = frozenset({"fixed-term", "secondment"})
"""Contracts that end on a day the advert must give."""

UNPAID = frozenset({"volunteer", "work-experience"})
"""Routes without pay and without a band. Nothing asks for either."""

DEVELOPMENT = frozenset({"apprenticeship", "trainee"})
"""Routes made to learn in."""


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that are not empty, without spaces around them."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


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


@dataclass(frozen=True)
class Trait:
    """One fact: its slug in the data, the words to show, and a hint for whoever ticks it."""

    slug: str
    name: str
    hint: str = ""


MANAGES, ALONE, NEW_MANAGER = "manages-people", "works-alone", "new-manager"

TRAITS = (
    Trait(MANAGES, "Manages people"),
    Trait(NEW_MANAGER, "First post as manager of a service"),
    Trait(ALONE, "Works alone in the service"),
    Trait("first-nhs-post", "First post in the NHS"),
    Trait("remote", "Works remotely some or all of the time"),
    Trait("several-sites", "Works on several sites"),
    Trait("apprentice", "Apprentice"),
    Trait("volunteer", "Volunteer"),
    Trait("adjustments", "Adjustments were asked for", "Do not write down which, or why."),
)
"""All traits, in the order of the form. A slug is never used for another meaning."""

PART_TIME = Trait("part-time", "Works fewer than five days a week")
"""Follows from the days they work, so nobody ticks it; a task may be for it."""

MANAGES_SERVICE = Trait("manages-service", "Manages a service")
"""Follows from the role."""

FOR_TASKS = (*TRAITS, PART_TIME, MANAGES_SERVICE)
"""What a task may be for."""

BY_SLUG = {trait.slug: trait for trait in FOR_TASKS}

_OF_CONTRACT = {"apprenticeship": "apprentice", "volunteer": "volunteer"}


def suits(traits: frozenset[str], only_for: tuple[str, ...], not_for: tuple[str, ...]) -> bool:
    """Whether a task is for somebody with these traits: one of `only_for`, none of `not_for`."""
    return (not only_for or not traits.isdisjoint(only_for)) and traits.isdisjoint(not_for)


def traits_of_post(*, manages_people: bool, works_alone: bool, contract: str) -> tuple[str, ...]:
    """Return the slugs that follow from a post. `contract` is a value of Vacancy.Contract."""
    held = {MANAGES: manages_people, ALONE: works_alone}
    if contract in _OF_CONTRACT:
        held[_OF_CONTRACT[contract]] = True
    return tuple(slug for slug, holds in held.items() if holds)
