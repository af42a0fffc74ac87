"""The fields of a draft and of its advert: all that is said about each of them, in one place.

Forms, sections, differences, versions, copies for others, files, pages, checks and the import read
it here. A new field is a line here and a column of the same name, in `posts/models.py` or in
`AdvertText`; `tests/vacancies/drafting/test_fields.py` holds the two against each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from vacancies.drafting.rules.advert import PAY_EXAMPLE
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.field import (
    DraftField,
    Kind,
    Paper,
    Words,
    address,
    choice,
    day,
    line,
    number,
    text,
)
from vacancies.posts.rules import LIMITED, UNPAID


def _where_paid(draft: Any) -> bool:
    return draft.contract not in UNPAID


@dataclass(frozen=True)
class Draft:
    """A vacancy as far as it is drafted. Empty text and None mean: not written yet."""

    title: str = line(
        "Job title",
        "post",
        hint="Use a title that people outside the NHS would search for.",
        width=30,
        missing="Give the job title.",
        nameless=True,
        read=True,
        imported="title",
    )
    band: str = choice(
        "Band expected",
        "post",
        missing="Choose the band you expect.",
        wanted=_where_paid,
        paper=Paper.FACT,
        note="A matching panel decides it.",
        imported="band",
    )
    profile: str = choice(
        "Profile to compare with",
        "post",
        missing="Choose a profile to compare with.",
        wanted=_where_paid,
    )
    hours: Decimal | None = number(
        "Hours a week",
        "post",
        question="Hours",
        called="hours",
        width=3,
        suffix="hours a week",
        missing="Give the hours a week.",
        paper=Paper.FACT,
    )
    contract: str = choice(
        "Contract",
        "post",
        question="Type of contract",
        missing="Choose the type of contract.",
        paper=Paper.FACT,
    )
    contract_length: str = line(
        "Length of the contract",
        "post",
        question="How long does it last?",
        hint="For example, 12 months. Leave it empty for a permanent post.",
        called="how long it lasts",
        width=10,
        missing="Say how long the contract lasts.",
        wanted=lambda draft: draft.contract in LIMITED,
        paper=Paper.FACT,
        nameless=True,
    )
    place: str = line(
        "Place",
        "post",
        question="Where is the job based?",
        called="place",
        width=30,
        missing="Say where the job is based.",
        paper=Paper.FACT,
        advert=True,
    )
    flexible_working: str = text(
        "Flexible working",
        "post",
        question="What flexible working is there?",
        hint="Say how many days at home. People may ask from day one.",
        called="flexible working",
        rows=4,
        missing=Words("D8"),
        paper=Paper.AFTER,
        nameless=True,
        kept=True,
        read=True,
        advert=True,
        nhs_jobs=True,
    )
    opens_on: date | None = day(
        "Advert opens", "dates", called="opening date", missing="Give the date the advert opens."
    )
    closes_on: date | None = day("Closing date", "dates", missing=Words("D4"), advert=True)
    interview_on: date | None = day("Interview date", "dates", missing=Words("D6"), advert=True)
    starts_on: date | None = day("Start date", "dates", missing="Give the start date you hope for.")
    about_organisation: str = text(
        "About the organisation",
        "purpose",
        question="What is your organisation for, and what are its values?",
        hint="A few lines. Open your advert with the job instead.",
        called="about your organisation",
        missing=Words("B9"),
        paper=Paper.BEFORE,
        heading="About {}",
        nameless=True,
        kept=True,
        read=True,
        advert=True,
        imported="about",
    )
    purpose: str = text(
        "Purpose of the job",
        "purpose",
        question="What is the purpose of the job?",
        hint="One short paragraph of 20 to 80 words.",
        called="purpose",
        missing=Words("B4"),
        paper=Paper.BEFORE,
        nameless=True,
        read=True,
        advert=True,
        nhs_jobs=True,
        imported="purpose",
    )
    reports_to: str = line(
        "Reports to",
        "purpose",
        question="Who does the post report to?",
        hint="Give the job title, not a name.",
        called="who it reports to",
        missing=Words("B7", "reports_to"),
        paper=Paper.FACT,
        posts=True,
        read=True,
        nhs_jobs=True,
        imported="reports_to",
    )
    supervises: str = line(
        "Supervises",
        "purpose",
        question="Whom does it supervise?",
        hint="Give job titles and numbers. If nobody, say so.",
        called="whom it supervises",
        missing=Words("B7", "supervises"),
        paper=Paper.FACT,
        posts=True,
        read=True,
        nhs_jobs=True,
        imported="supervises",
    )
    decides: str = text(
        "Decisions",
        "purpose",
        question="What does it decide alone, and when does it check first?",
        called="what it decides",
        missing=Words("B8"),
        paper=Paper.AFTER,
        nameless=True,
        read=True,
        nhs_jobs=True,
        imported="decides",
    )
    relationships: str = text(
        "Working relationships",
        "purpose",
        question="Whom does it work with, and what about?",
        hint="Name teams and organisations, inside and outside, not people.",
        called="working relationships",
        paper=Paper.AFTER,
        nameless=True,
        read=True,
        nhs_jobs=True,
        imported="relationships",
    )
    duties: tuple[Duty, ...] = ()
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True)
class Advert:
    """What is typed for the advert alone. Empty text means: not written yet."""

    overview: str = text(
        "Overview",
        "advert",
        hint="People read this first. Say what the person will do and learn.",
        rows=6,
        missing="Write an overview that opens with the job.",
        box="nhs-jobs-overview",
    )
    skills: str = text(
        "Skills and qualities",
        "advert",
        hint="Say that people may apply even if they do not meet every point.",
        rows=6,
        missing="Say which skills and qualities matter most.",
        box="nhs-jobs-skills",
    )
    working_here: str = text(
        "Working for your organisation",
        "advert",
        hint="Say what the team is like and what you do for inclusion.",
        rows=6,
        missing="Say what it is like to work for your organisation.",
        box="nhs-jobs-working-here",
    )
    applying: str = text(
        "Applying and the interview",
        "advert",
        hint="Name any task, questions sent before, travel costs and how to ask for adjustments. "
        "Offer a visit or a call.",
        rows=6,
        missing="Say how to apply and what the interview is like.",
    )
    pay: str = line(
        "Full-time pay",
        "advert",
        hint=f"For example, {PAY_EXAMPLE} (band 5 in England, 2026/27).",
        width=20,
        missing=Words("D1"),
        wanted=_where_paid,
    )
    pay_pro_rata: str = line(
        "Pay for the hours of this post",
        "advert",
        hint="Only for a post that is not full time.",
        width=20,
    )
    contact: str = line(
        "A person to talk to",
        "advert",
        hint="Job title, with a phone number or email address.",
        called="person to talk to",
        missing=Words("D12"),
    )
    other_interview: str = line(
        "Another day for the interview",
        "advert",
        hint="For people who cannot come on the first one.",
        called="other day for the interview",
        width=20,
    )
    link: str = address(
        "Address of the published advert",
        "advert",
        hint="Copy it from NHS Jobs once the advert is out.",
        called="address of the advert",
    )

    @property
    def is_started(self) -> bool:
        """Whether any of its longer texts is written. Until then nothing is missing from it."""
        return any(getattr(self, one.name) for one in ADVERT_FIELDS if one.kind is Kind.TEXT)


def fields_of(kind: type[Any]) -> tuple[DraftField, ...]:
    """Return the fields that a class says something about, in its order."""
    said = [(one.name, one.metadata.get("of")) for one in fields(kind)]
    return tuple(replace(about, name=name) for name, about in said if about)


FIELDS, ADVERT_FIELDS = fields_of(Draft), fields_of(Advert)
"""The fields of a draft and of an advert, in the order of every page and file."""

BY_NAME: Mapping[str, DraftField] = MappingProxyType(
    {one.name: one for one in (*FIELDS, *ADVERT_FIELDS)}
)


def in_section(slug: str) -> tuple[DraftField, ...]:
    """Return the fields of a section; none for duties and the person specification."""
    return tuple(one for one in BY_NAME.values() if one.section == slug)


def missing_in(slug: str, values: Any, draft: Any) -> list[str]:
    """Return what a section says of its empty fields. values: the Draft or Advert they are of."""
    return [
        str(one.missing)
        for one in in_section(slug)
        if one.missing and not getattr(values, one.name) and one.wanted(draft)
    ]


def written(values: Any, one: DraftField) -> str:
    """Return a field as a reader sees it: dates as “4 May 2027”, hours as “37.5”."""
    value = getattr(values, one.name)
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value or ""
