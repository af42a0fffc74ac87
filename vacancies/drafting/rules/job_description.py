"""A job description with its person specification, as a plain value for files and pages."""

from dataclasses import dataclass, replace
from datetime import date

from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.field import DocumentPart, written
from vacancies.drafting.rules.fields import FIELDS, Draft
from vacancies.posts.rules import Group
from vacancies.profiles.rules.evidence import EvidenceSheet


@dataclass(frozen=True)
class Edition:
    """The state of the text: a draft, a frozen version with its number, or an example.

    `day` is when it was frozen, or when the draft last changed. `agreed_with` names job titles.
    """

    day: date
    number: int | None = None
    agreed_with: str = ""
    agreed_on: date | None = None
    is_example: bool = False

    @property
    def frozen(self) -> bool:
        return self.number is not None


@dataclass(frozen=True)
class JobDescription:
    """The content of a job description. An empty text is not written yet.

    `facts` are pairs of name and value; `before` and `after` are pairs of heading and text, before
    and after the duties; `for_panel` comes after those and is not for candidates. `essential` and
    `desirable` are criteria in words, with the numbers of duties. `for_candidates`: whether it is
    the copy that goes with an advert.
    """

    title: str
    organisation: str
    edition: Edition
    facts: tuple[tuple[str, str], ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    duty_groups: tuple[Group[Duty], ...] = ()
    after: tuple[tuple[str, str], ...] = ()
    for_panel: tuple[tuple[str, str], ...] = ()
    essential: tuple[Criterion, ...] = ()
    desirable: tuple[Criterion, ...] = ()
    for_candidates: bool = False

    @property
    def tells_categories(self) -> bool:
        """Whether the criteria are of more than one category, else naming it says nothing."""
        return len({line.category for line in (*self.essential, *self.desirable)}) > 1


def candidates_copy(description: JobDescription) -> JobDescription:
    """Return the job description without the parts that only the panel needs.

    These are shares of time, areas, links of criteria to duties, effort and conditions, and notes
    on who decides what.
    """
    notes = tuple(f". {one.note}" for one in FIELDS if one.note)
    groups = tuple(
        replace(group, rows=tuple(replace(duty, share=None, area="") for duty in group.rows))
        for group in description.duty_groups
    )
    facts = tuple((name, _without(value, notes)) for name, value in description.facts)
    return replace(description, duty_groups=groups, facts=facts, for_panel=(), for_candidates=True)


def _without(value: str, notes: tuple[str, ...]) -> str:
    for note in notes:
        value = value.removesuffix(note)
    return value


EFFORT = "Effort and conditions"
EFFORT_FACTORS = ("F13", "F14", "F15", "F16")
"""Physical, mental and emotional effort, and working conditions."""


def effort_of(sheet: EvidenceSheet | None) -> tuple[tuple[str, str], ...]:
    """Return the part on effort and conditions from an evidence sheet; () without evidence."""
    rows = (row for row in (sheet.factors if sheet else ()) if row.code in EFFORT_FACTORS)
    said = ((row.name, " ".join(filter(None, (row.evidence.strip(), row.see)))) for row in rows)
    lines = [f"{name}: {words}" for name, words in said if words]
    return ((EFFORT, "\n\n".join(lines)),) if lines else ()


def written_parts(
    draft: Draft, part: DocumentPart, organisation: str
) -> tuple[tuple[str, str], ...]:
    """Return (name, words) for each written field of a part of the document."""
    whose = organisation or "the organisation"
    rows = ((one, written(draft, one)) for one in FIELDS if one.document_part is part)
    return tuple(
        (one.heading.format(whose) or one.label, f"{words}. {one.note}" if one.note else words)
        for one, words in rows
        if words
    )
