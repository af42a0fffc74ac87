"""A job description with its person specification, as a plain value for files to draw."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vacancies.drafting.rules.draft import Duty, areas
from vacancies.posts.rules import by_group

BAND_NOTICE = "A matching panel decides it."


@dataclass(frozen=True)
class Edition:
    """Which state of the text it is: a draft, or a frozen version with its number.

    `day` is when it was frozen, or when the draft last changed. `agreed_with` names job titles.
    """

    day: date
    number: int | None = None
    agreed_with: str = ""
    agreed_on: date | None = None

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


def in_groups(duties: Iterable[Duty]) -> tuple[tuple[DutyGroup, ...], dict[int, int]]:
    """The duties under their groups, and the number of each over all groups: {id: number}.

    Group after group, as pages show them: see `drafting.groups`.
    """
    names = {area.slug: area.name for area in areas()}
    groups: list[DutyGroup] = []
    numbers: dict[int, int] = {}
    for group in by_group(duties):
        lines = []
        for number, duty in enumerate(group.rows, start=group.start):
            numbers[duty.id] = number
            lines.append(DutyLine(number, duty.text, duty.share, names.get(duty.area, "")))
        groups.append(DutyGroup(group.name, tuple(lines)))
    return tuple(groups), numbers
