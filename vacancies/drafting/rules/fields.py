"""The fields of a draft, each described in one place, `data/fields.toml`.

Forms, sections, differences, versions, shared copies, files, pages, checks and the import use these
descriptions. A new field is a name here, an entry there and a column of the same name in
`posts/models.py`; `tests/vacancies/drafting/test_fields.py` compares the three. The fields of the
advert are in `rules/advert.py`, their columns in `AdvertText`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from vacancies.drafting.rules.advert import ADVERT_FIELDS
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.field import DescribedField, described


@dataclass(frozen=True)
class Draft:
    """The draft of a vacancy. An empty text or None is not written yet."""

    title: str = ""
    reference: str = ""
    band: str = ""
    profile: str = ""
    hours: Decimal | None = None
    contract: str = ""
    contract_length: str = ""
    place: str = ""
    department: str = ""
    flexible_working: str = ""
    opens_on: date | None = None
    closes_on: date | None = None
    interview_on: date | None = None
    starts_on: date | None = None
    about_organisation: str = ""
    purpose: str = ""
    reports_to: str = ""
    accountable_to: str = ""
    supervises: str = ""
    decides: str = ""
    relationships: str = ""
    dimensions: str = ""
    standard_statements: str = ""
    duties: tuple[Duty, ...] = ()
    criteria: tuple[Criterion, ...] = ()


FIELDS = described(Draft, "draft")
"""The fields of a draft, in the order of all pages and files."""

BY_NAME: Mapping[str, DescribedField] = MappingProxyType(
    {one.name: one for one in (*FIELDS, *ADVERT_FIELDS)}
)


def in_section(slug: str) -> tuple[DescribedField, ...]:
    """Return the fields of a section; empty for duties and the person specification."""
    return tuple(one for one in BY_NAME.values() if one.section == slug)
