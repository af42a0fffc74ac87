"""Profiles known by their titles only, for a list of what to look for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ProfileTitle:
    """A profile known by title only: no levels were found, so nothing can be matched with it.

    `band` may span bands ("2-3") or be empty. `use` says why a manager might look it up.
    """

    title: str
    band: str
    family: str
    confirmed: bool
    source: str
    use: str
    note: str = ""


@dataclass(frozen=True)
class CurrencyNote:
    """Something to know about how current the published profiles are."""

    text: str
    confirmed: bool
    source: str
