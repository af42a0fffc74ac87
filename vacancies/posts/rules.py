"""Pure rules: types of contract, traits of a post, and rows by group."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

LONGEST_LINE, LONGEST_TEXT, LONGEST_ADDRESS = 200, 5_000, 500
"""The most characters of a single-line field, of a multi-line field and of a URL."""

DESCRIBE, ADVERTISE, CHOOSE = "describe", "advertise", "choose"
APPOINT, WELCOME = "appoint", "welcome"

STAGES = {
    DESCRIBE: "Describe the post",
    ADVERTISE: "Advertise it",
    CHOOSE: "Choose",
    APPOINT: "Appoint",
    WELCOME: "Welcome",
}
"""The stages of a vacancy, in order: the parts of its first page and of its plan."""

LIMITED = frozenset({"fixed-term", "secondment"})
"""Contracts with an end date, which the advert must give."""

UNPAID = frozenset({"volunteer", "work-experience"})
"""Contracts without pay or a band, so that nothing asks for either."""

DEVELOPMENT = frozenset({"apprenticeship", "trainee"})
"""Contracts for training."""


class RefusedError(Exception):
    """An action is refused and nothing was stored. The message is a sentence for the user."""


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text, stripped, without empty ones."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class _Grouped(Protocol):
    @property
    def group(self) -> str: ...


Row = TypeVar("Row", bound=_Grouped)


@dataclass(frozen=True)
class Group(Generic[Row]):
    """The rows of a group, in order. `start`: number of the first across all groups, from 1."""

    name: str
    rows: tuple[Row, ...]
    start: int


def group_key(name: str) -> str:
    """Return the key of a group's name, which ignores case and whitespace."""
    return " ".join(name.split()).casefold()


def by_group(rows: Iterable[Row]) -> tuple[Group[Row], ...]:
    """Return rows by group. The first row of a group gives it its position and its name."""
    members_of: dict[str, list[Row]] = {}
    for row in rows:
        members_of.setdefault(group_key(row.group), []).append(row)
    groups: list[Group[Row]] = []
    start = 1
    for members in members_of.values():
        name = " ".join(members[0].group.split())
        groups.append(Group(name, tuple(members), start))
        start += len(members)
    return tuple(groups)


def in_groups(rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order of the pages, group by group."""
    return [row for group in by_group(rows) for row in group.rows]


@dataclass(frozen=True)
class Trait:
    """A trait of a post or starter: its slug in the data, its label and its hint in the form."""

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
    Trait("work-experience", "Work experience placement"),
    Trait("adjustments", "Adjustments were asked for", "Do not write down which, or why."),
)
"""All traits, in the order of the form. A slug is never reused for another meaning."""

PART_TIME = Trait("part-time", "Works fewer than five days a week")
"""Follows from the starter's working days, so it is not in the form; tasks may depend on it."""

MANAGES_SERVICE = Trait("manages-service", "Manages a service")
"""Follows from the starter's role."""

FOR_TASKS = (*TRAITS, PART_TIME, MANAGES_SERVICE)
"""The traits that a task may depend on."""

BY_SLUG = {trait.slug: trait for trait in FOR_TASKS}

_OF_CONTRACT = {"apprenticeship": "apprentice", **{route: route for route in UNPAID}}


def suits(traits: frozenset[str], only_for: tuple[str, ...], not_for: tuple[str, ...]) -> bool:
    """Whether a task suits these traits: any of `only_for`, if given, and none of `not_for`."""
    return (not only_for or not traits.isdisjoint(only_for)) and traits.isdisjoint(not_for)


def traits_of_post(*, manages_people: bool, works_alone: bool, contract: str) -> tuple[str, ...]:
    """Return the slugs of a post's traits. `contract` is a value of Vacancy.Contract."""
    held = {MANAGES: manages_people, ALONE: works_alone}
    if contract in _OF_CONTRACT:
        held[_OF_CONTRACT[contract]] = True
    return tuple(slug for slug, holds in held.items() if holds)
