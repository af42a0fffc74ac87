"""The fields of a draft, each described in one place.

Forms, sections, differences, versions, shared copies, files, pages, checks and the import use these
descriptions. A new field is an entry here and a column of the same name in `posts/models.py`;
`tests/vacancies/drafting/test_fields.py` compares the two. The fields of the advert are in
`rules/advert.py`, their columns in `AdvertText`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from vacancies.drafting.rules.advert import ADVERT_FIELDS
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.field import (
    DescribedField,
    DocumentPart,
    Kind,
    dates_field,
    described,
    post_field,
    purpose_field,
)


@dataclass(frozen=True)
class Draft:
    """The draft of a vacancy. An empty text or None is not written yet."""

    title: str = post_field(
        "Job title",
        Kind.LINE,
        hint="Use a title that people outside the NHS would search for.",
        width=30,
        missing="Enter the job title.",
        read=True,
        imported="title",
    )
    reference: str = post_field(
        "Job reference",
        Kind.LINE,
        hint="The number that your organisation gives this job description.",
        width=20,
        document_part=DocumentPart.FACT,
        asks_names=False,
        shared=False,
        imported="reference",
    )
    band: str = post_field(
        "Band expected",
        Kind.CHOICE,
        missing="Choose the band you expect.",
        needed="paid",
        document_part=DocumentPart.FACT,
        note="A matching panel decides it.",
        imported="band",
    )
    profile: str = post_field(
        "Profile to compare with",
        Kind.CHOICE,
        missing="Choose a profile to compare with.",
        needed="paid",
    )
    hours: Decimal | None = post_field(
        "Hours a week",
        Kind.NUMBER,
        question="Hours",
        called="hours",
        width=3,
        suffix="hours a week",
        missing="Enter the hours a week.",
        document_part=DocumentPart.FACT,
        imported="hours",
    )
    contract: str = post_field(
        "Contract",
        Kind.CHOICE,
        question="Type of contract",
        missing="Choose the type of contract.",
        document_part=DocumentPart.FACT,
        imported="contract",
    )
    contract_length: str = post_field(
        "Length of the contract",
        Kind.LINE,
        question="How long does it last?",
        hint="For example, 12 months. Leave it empty for a permanent post.",
        called="how long it lasts",
        width=10,
        missing="Say how long the contract lasts.",
        needed="limited",
        document_part=DocumentPart.FACT,
        imported="contract",
    )
    place: str = post_field(
        "Place",
        Kind.LINE,
        question="Where is the job based?",
        width=30,
        missing="Say where the job is based.",
        document_part=DocumentPart.FACT,
        asks_names=False,
        advert=True,
        imported="place",
    )
    department: str = post_field(
        "Department",
        Kind.LINE,
        hint="The department, division or directorate that the post belongs to.",
        width=30,
        document_part=DocumentPart.FACT,
        imported="department",
    )
    flexible_working: str = post_field(
        "Flexible working",
        Kind.TEXT,
        question="What flexible working is there?",
        hint="Say how many days at home, and that people can ask for more.",
        rows=4,
        missing="D8",
        document_part=DocumentPart.AFTER,
        kept=True,
        read=True,
        advert=True,
        nhs_jobs=True,
    )
    opens_on: date | None = dates_field(
        "Advert opens",
        Kind.DATE,
        question="When does the advert open?",
        hint="For example, 11 1 2027.",
        called="opening date",
        missing="Enter the date the advert opens.",
        shared=False,
    )
    closes_on: date | None = dates_field(
        "Closing date",
        Kind.DATE,
        question="When does it close?",
        hint="D5.hint",
        missing="D4",
        shared=False,
        advert=True,
    )
    interview_on: date | None = dates_field(
        "Interview date",
        Kind.DATE,
        question="When are the interviews?",
        hint="Show it in the advert, so that people can keep the day free.",
        missing="D6",
        shared=False,
        advert=True,
    )
    starts_on: date | None = dates_field(
        "Start date",
        Kind.DATE,
        question="When should the person start?",
        hint="The induction checklist counts from this day.",
        missing="Enter the start date you want.",
        shared=False,
    )
    about_organisation: str = purpose_field(
        "About the organisation",
        Kind.TEXT,
        question="What is your organisation for, and what are its values?",
        hint="A few lines. Open your advert with the job instead.",
        called="about your organisation",
        missing="B9",
        document_part=DocumentPart.BEFORE,
        heading="About {}",
        kept=True,
        read=True,
        advert=True,
        imported="about",
    )
    purpose: str = purpose_field(
        "Purpose of the job",
        Kind.TEXT,
        question="What is the purpose of the job?",
        hint="B4.hint",
        called="purpose",
        missing="B4",
        document_part=DocumentPart.BEFORE,
        read=True,
        advert=True,
        nhs_jobs=True,
        imported="purpose",
    )
    reports_to: str = purpose_field(
        "Reports to",
        Kind.LINE,
        question="Who does the post report to?",
        hint="Give the job title, not a name.",
        called="who it reports to",
        missing="B7.reports_to",
        document_part=DocumentPart.FACT,
        posts=True,
        read=True,
        nhs_jobs=True,
        imported="reports_to",
    )
    accountable_to: str = purpose_field(
        "Accountable to",
        Kind.LINE,
        question="Who is the post accountable to, if that is another post?",
        hint="Give the job title, not a name.",
        called="who it is accountable to",
        document_part=DocumentPart.FACT,
        posts=True,
        read=True,
        imported="accountable_to",
    )
    supervises: str = purpose_field(
        "Supervises",
        Kind.LINE,
        question="Who does the post supervise?",
        hint="Enter job titles and how many of each. If there are none, say so.",
        called="who it supervises",
        missing="B7.supervises",
        document_part=DocumentPart.FACT,
        posts=True,
        read=True,
        nhs_jobs=True,
        imported="supervises",
    )
    decides: str = purpose_field(
        "Decisions",
        Kind.TEXT,
        question="What can the post holder decide alone, and when do they check first?",
        called="what it decides",
        missing="B8",
        document_part=DocumentPart.AFTER,
        read=True,
        nhs_jobs=True,
        imported="decides",
    )
    relationships: str = purpose_field(
        "Working relationships",
        Kind.TEXT,
        question="Who does the post holder work with, and on what?",
        hint="Name teams and organisations, inside and outside your own, but not people.",
        document_part=DocumentPart.AFTER,
        read=True,
        nhs_jobs=True,
        imported="relationships",
    )
    dimensions: str = purpose_field(
        "Dimensions",
        Kind.TEXT,
        question="How large is the job, in numbers?",
        hint="Budgets, staff, stock, sites and users, if your organisation asks for them.",
        document_part=DocumentPart.AFTER,
        read=True,
        imported="dimensions",
    )
    standard_statements: str = purpose_field(
        "Standard statements",
        Kind.TEXT,
        hint="What every job description in your organisation says, such as on confidentiality.",
        document_part=DocumentPart.AFTER,
        kept=True,
        read=True,
        imported="standard_statements",
    )
    duties: tuple[Duty, ...] = ()
    criteria: tuple[Criterion, ...] = ()


FIELDS = described(Draft)
"""The fields of a draft, in the order of all pages and files."""

BY_NAME: Mapping[str, DescribedField] = MappingProxyType(
    {one.name: one for one in (*FIELDS, *ADVERT_FIELDS)}
)


def in_section(slug: str) -> tuple[DescribedField, ...]:
    """Return the fields of a section; empty for duties and the person specification."""
    return tuple(one for one in BY_NAME.values() if one.section == slug)
