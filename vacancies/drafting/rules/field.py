"""The description of a field of a draft; the fields are in `drafting/rules/fields.py`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from functools import partial
from types import MappingProxyType
from typing import Any

from kls_portal.in_words import plain_date
from vacancies.posts.rules import LONGEST_ADDRESS, LONGEST_LINE, LONGEST_TEXT, UNPAID
from vacancies.rulebook.rulebook import rule


class Kind(Enum):
    """What a field holds: one line, several lines, a URL, a choice, a number or a date."""

    LINE = auto()
    TEXT = auto()
    ADDRESS = auto()
    CHOICE = auto()
    NUMBER = auto()
    DATE = auto()


LONGEST = {
    Kind.LINE: LONGEST_LINE,
    Kind.TEXT: LONGEST_TEXT,
    Kind.ADDRESS: LONGEST_ADDRESS,
}
"""The kinds of free text, with the most characters of each."""


class DocumentPart(Enum):
    """Where a field appears in the job description: at its head, or before or after the duties."""

    FACT = auto()
    BEFORE = auto()
    AFTER = auto()


@dataclass(frozen=True)
class SectionPage:
    """A section of the draft: its name, and the URL name of its page."""

    name: str
    page: str


SECTIONS: Mapping[str, SectionPage] = MappingProxyType(
    {
        "post": SectionPage("The post", "post_edit"),
        "dates": SectionPage("Key dates", "dates_edit"),
        "purpose": SectionPage("Organisation and purpose", "purpose_edit"),
        "duties": SectionPage("Duties", "duty_list"),
        "person-specification": SectionPage("Person specification", "criterion_list"),
        "advert": SectionPage("Advert", "advert_edit"),
    }
)
"""The sections by slug, in working order."""


@dataclass(frozen=True)
class Words:
    """The message of a rule in jd_rules.toml, or one of its variants, with its numbers."""

    rule: str
    variant: str = ""

    def __str__(self) -> str:
        about = rule(self.rule)
        wording = about.variants[self.variant] if self.variant else about.message
        return wording.format_map(about.parameters)


def where_paid(draft: Any) -> bool:
    return draft.contract not in UNPAID


@dataclass(frozen=True)
class DraftField:
    """One field of a draft or an advert.

    `label` names it on pages, in files and in findings; `question` is its label in the form
    (default: `label`), `called` its name within a sentence, `width` and `rows` the size of its box.
    `missing` is the message where it is empty and `needed_when` holds; without it the field is
    optional. `heading` is its heading in the job description, with "{}" for the organisation
    (default: `label`), and `note` a sentence after its value there.

    `asks_names`: whether the form of a draft asks about names in it, if it is free text; that of an
    advert, which has a person to talk to, never does. `posts`: it should name posts, as for
    `personal_data`.
    `shared`: examples, and vacancies copied from them, include it. `kept`: the organisation can
    keep it for other vacancies. `read`: the rules for job descriptions check its words. `advert`:
    it is shown beside the advert's form. `nhs_jobs`: it goes into the long box of the NHS Jobs
    form. `box`: the id of the limit of the box that it alone fills. `imported`: the part of an old
    job description that fills it (`reading/data/words.toml` has its headings).
    """

    label: str
    section: str
    kind: Kind
    name: str = ""
    question: str = ""
    hint: str | Words = ""
    called: str = ""
    width: int | None = None
    rows: int = 5
    suffix: str = ""
    missing: str | Words = ""
    needed_when: Callable[[Any], bool] = lambda _: True
    document_part: DocumentPart | None = None
    heading: str = ""
    note: str = ""
    asks_names: bool = True
    posts: bool = False
    shared: bool = True
    kept: bool = False
    read: bool = False
    advert: bool = False
    nhs_jobs: bool = False
    box: str = ""
    imported: str = ""

    @property
    def longest(self) -> int:
        """The most characters it may have."""
        return LONGEST[self.kind]

    @property
    def nameless(self) -> bool:
        """Whether it must not name anybody, not even by post."""
        return self.asks_names and not self.posts and self.kind in (Kind.LINE, Kind.TEXT)

    @property
    def empty(self) -> Any:
        return None if self.kind in (Kind.NUMBER, Kind.DATE) else ""

    @property
    def within(self) -> str:
        """Its name within a sentence."""
        return self.called or self.label[:1].lower() + self.label[1:]


def _field(kind: Kind, label: str, section: str, **more: Any) -> Any:
    about = DraftField(label, section, kind, **more)
    return field(default=about.empty, metadata={"of": about})


line = partial(_field, Kind.LINE)
text = partial(_field, Kind.TEXT)
address = partial(_field, Kind.ADDRESS)
choice = partial(_field, Kind.CHOICE)
number = partial(_field, Kind.NUMBER)
day = partial(_field, Kind.DATE, shared=False)
"""Makers of fields of each kind. Dates belong to one vacancy and are never shared."""


def fields_of(kind: type[Any]) -> tuple[DraftField, ...]:
    """Return the described fields of a class, in its order."""
    said = [(one.name, one.metadata.get("of")) for one in fields(kind)]
    return tuple(replace(about, name=name) for name, about in said if about)


def written(values: Any, one: DraftField) -> str:
    """Return the value of a field for display: dates as “4 May 2027”, hours as “37.5”."""
    value = getattr(values, one.name)
    if isinstance(value, date):
        return plain_date(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value or ""


def facts(values: Any, of: Iterable[DraftField]) -> tuple[tuple[str, str], ...]:
    """Return (label, words) for each of these fields that is written."""
    rows = ((one.label, written(values, one)) for one in of)
    return tuple((label, words) for label, words in rows if words)
