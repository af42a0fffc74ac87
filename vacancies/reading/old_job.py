"""What an old job description holds, as far as it was understood."""

from dataclasses import dataclass

LONGEST_TEXT = 500_000
"""Characters of 200 full pages at 2,500 a page (our own measure)."""
MOST_LINES = 20_000
"""Lines of 200 full pages and more."""


class ReadingError(ValueError):
    """A file or text that cannot be read. The message is one plain sentence for the person."""


@dataclass(frozen=True)
class OldDuty:
    """One duty, with the heading it stood under or ""."""

    text: str
    group: str = ""


@dataclass(frozen=True)
class OldCriterion:
    """One line of the person specification.

    `category` and `assessed_by` hold the slugs of the portal, such as "skills" and "interview".
    """

    text: str
    category: str
    essential: bool
    assessed_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class OldJob:
    """An old job description. "" stands for a part that was not found.

    `not_understood` holds every block of text that belongs to no part, in order.
    """

    title: str = ""
    band: str = ""
    purpose: str = ""
    about: str = ""
    reports_to: str = ""
    supervises: str = ""
    decides: str = ""
    relationships: str = ""
    duties: tuple[OldDuty, ...] = ()
    criteria: tuple[OldCriterion, ...] = ()
    not_understood: tuple[str, ...] = ()
