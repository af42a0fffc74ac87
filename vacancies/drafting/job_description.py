"""A job description with its person specification, as a plain value for files to draw."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from vacancies.drafting.draft import Duty
from vacancies.drafting.pksb import areas

BAND_NOTICE = "A matching panel decides it."


@dataclass(frozen=True)
class Edition:
    """Which state of the text it is: a draft, or a frozen version with its number.

    `day` is when it was frozen, or when the draft last changed. `agreed_with` names job titles.
    """

    day: date
    number: int | None = None
    agreed_with: str = ""

    @property
    def frozen(self) -> bool:
        """Whether this is a frozen version and no draft."""
        return self.number is not None


@dataclass(frozen=True)
class DutyLine:
    """One duty. `number` counts from 1 over all groups; `share` is per cent of the time."""

    number: int
    text: str
    share: int | None = None
    area: str = ""


@dataclass(frozen=True)
class DutyGroup:
    """Duties under one heading; `name` is empty for duties that have none."""

    name: str
    duties: tuple[DutyLine, ...]


@dataclass(frozen=True)
class CriterionLine:
    """One line of the person specification, in words; `duties` are numbers of duties."""

    category: str
    text: str
    assessed_by: tuple[str, ...] = ()
    duties: tuple[int, ...] = ()


@dataclass(frozen=True)
class JobDescription:
    """What a job description says. Empty text means: not written yet.

    `facts` are pairs of name and value without the band. `band` is "5" or "8a".
    """

    title: str
    organisation: str
    band: str
    edition: Edition
    facts: tuple[tuple[str, str], ...] = ()
    flexible_working: str = ""
    about_organisation: str = ""
    purpose: str = ""
    duty_groups: tuple[DutyGroup, ...] = ()
    relationships: str = ""
    decides: str = ""
    essential: tuple[CriterionLine, ...] = ()
    desirable: tuple[CriterionLine, ...] = ()


def duty_numbers(duties: Iterable[Duty]) -> dict[int, int]:
    """The number of each duty, from 1 in the order given: {id: number}."""
    return {duty.id: number for number, duty in enumerate(duties, start=1)}


def in_groups(duties: Iterable[Duty]) -> tuple[DutyGroup, ...]:
    """The duties numbered and under their groups, in the order given.

    Neighbours with the same group stand together. The order is never changed, so that a duty has
    the same number everywhere.
    """
    names = {area.slug: area.name for area in areas()}
    lines = [
        (duty.group.strip(), DutyLine(number, duty.text, duty.share, names.get(duty.area, "")))
        for number, duty in enumerate(duties, start=1)
    ]
    return tuple(
        DutyGroup(name, tuple(line for _, line in run))
        for name, run in groupby(lines, key=lambda pair: pair[0])
    )
