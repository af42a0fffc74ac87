"""The draft of a vacancy as plain values: the post, its dates, duties and person specification."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Duty:
    """One main duty, in the order of the job description.

    `share` is per cent of the working time; `area` a slug of `drafting.pksb`.
    """

    id: int
    text: str
    group: str = ""
    share: int | None = None
    area: str = ""


@dataclass(frozen=True)
class Criterion:
    """One line of the person specification.

    `assessed_by` holds slugs such as "interview"; `duties` the ids of the duties that need it.
    """

    id: int
    category: str
    essential: bool
    text: str
    assessed_by: tuple[str, ...] = ()
    duties: tuple[int, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A vacancy as far as it is drafted. Empty text and None mean: not written yet."""

    title: str = ""
    band: str = ""
    profile: str = ""
    hours: Decimal | None = None
    contract: str = ""
    contract_length: str = ""
    place: str = ""
    flexible_working: str = ""
    opens_on: date | None = None
    closes_on: date | None = None
    interview_on: date | None = None
    starts_on: date | None = None
    about_organisation: str = ""
    purpose: str = ""
    reports_to: str = ""
    supervises: str = ""
    decides: str = ""
    relationships: str = ""
    duties: tuple[Duty, ...] = ()
    criteria: tuple[Criterion, ...] = ()
