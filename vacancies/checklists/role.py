"""The roles that tasks may be for, and where tasks come from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """A kind of post with the band and the answer to "manages people" to fill in first."""

    slug: str
    title: str
    band: str
    manages_people: bool


@dataclass(frozen=True)
class TaskSource:
    """Where tasks come from. `address` is empty where none was seen."""

    slug: str
    name: str
    address: str = ""
