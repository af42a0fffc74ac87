"""The description of a field of a form, as a dataclass or a data file of a feature gives it.

A hint, or the message where a field is missing, may name a rule of the rulebook, whose message it
then is, such as "B4", or one of its variants, such as "B7.supervises".
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kls_portal.in_words import plain_date, plain_number
from kls_portal.plain_values import read_toml
from vacancies.posts.rules import LIMITED, LONGEST_ADDRESS, LONGEST_LINE, LONGEST_TEXT, UNPAID
from vacancies.rulebook.rulebook import rule

_RULE = re.compile(r"[A-Z]\d{1,2}")


class Kind(Enum):
    """What a field holds: one line, several lines, a URL, a choice, a number or a date."""

    LINE = "line"
    TEXT = "text"
    ADDRESS = "address"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"


LONGEST = {
    Kind.LINE: LONGEST_LINE,
    Kind.TEXT: LONGEST_TEXT,
    Kind.ADDRESS: LONGEST_ADDRESS,
}
"""The kinds of free text, with the most characters of each."""


class DocumentPart(Enum):
    """Where a field appears in the job description: at its head, or before or after the duties."""

    FACT = "fact"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class SectionPage:
    """A section of the draft: its name, and the URL name of its page.

    rows: the part of the draft, and of the vacancy, whose rows it lists; "" for a single form.
    """

    name: str
    page: str
    rows: str = ""


SECTIONS: Mapping[str, SectionPage] = MappingProxyType(
    {
        "post": SectionPage("The post", "post_edit"),
        "dates": SectionPage("Key dates", "dates_edit"),
        "purpose": SectionPage("Organisation and purpose", "purpose_edit"),
        "duties": SectionPage("Duties", "duty_list", "duties"),
        "person-specification": SectionPage("Person specification", "criterion_list", "criteria"),
        "advert": SectionPage("Advert", "advert_edit"),
    }
)
"""The sections by slug, in working order."""


NEEDED: Mapping[str, Callable[[Any], bool]] = MappingProxyType(
    {
        "always": lambda _: True,
        "paid": lambda draft: draft.contract not in UNPAID,
        "limited": lambda draft: draft.contract in LIMITED,
    }
)
"""The contracts with which a field may be needed, by name: whether a draft has such a one."""


@dataclass(frozen=True)
class DescribedField:
    """One field of a draft, an advert or another form.

    `label` names it on pages, in files and in findings; `question` is its label in the form
    (default: `label`), `called` its name within a sentence, `width` and `rows` the size of its box.
    `health`: the hint ends with a request for no details of health. `marked`: a form says where it
    is optional.

    All that follows is of drafts and adverts. `section`: where it is asked.
    `missing` is the message where it is empty and needed with the contract (`needed`, a key of
    NEEDED); without it the field is optional. `heading` is its heading in the job description, with
    "{}" for the organisation (default: `label`), and `note` a sentence after its value there.

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
    kind: Kind
    section: str = ""
    name: str = ""
    question: str = ""
    hint: str = ""
    called: str = ""
    width: int | None = None
    rows: int = 5
    suffix: str = ""
    health: bool = False
    marked: bool = True
    missing: str = ""
    needed: str = "always"
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

    def needed_when(self, draft: Any) -> bool:
        """Whether a draft needs it, by its contract."""
        return NEEDED[self.needed](draft)

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


def field_of(label: str, kind: Kind, *, section: str, **more: Any) -> Any:
    """Return a field of a dataclass, empty at first, with its description. more: see there."""
    description = DescribedField(label, kind, section, **more)
    return field(default=description.empty, metadata={DescribedField: description})


post_field, dates_field, purpose_field, advert_field = (
    partial(field_of, section=slug) for slug in ("post", "dates", "purpose", "advert")
)


def described(kind: type[Any]) -> tuple[DescribedField, ...]:
    """Return the fields of a dataclass that were made by `field_of`, in its order."""
    about = {one.name: one.metadata.get(DescribedField) for one in fields(kind)}
    return tuple(_named(name, one) for name, one in about.items() if one)


def fields_in(path: Path, table: str) -> tuple[DescribedField, ...]:
    """Return the fields that a table of a data file describes."""
    rows = read_toml(path, dict[str, dict[str, DescribedField]])[table]
    return tuple(_named(name, one) for name, one in rows.items())


def _named(name: str, one: DescribedField) -> DescribedField:
    return replace(one, name=name, hint=_message(one.hint), missing=_message(one.missing))


def _message(words: str) -> str:
    """Return the message, with its numbers, of the rule or the variant that the words name."""
    name, _, variant = words.partition(".")
    if not _RULE.fullmatch(name):
        return words
    about = rule(name)
    return (about.variants[variant] if variant else about.message).format_map(about.parameters)


def written(values: Any, one: DescribedField) -> str:
    """Return the value of a field for display: dates as “4 May 2027”, hours as “37.5”."""
    value = getattr(values, one.name)
    if isinstance(value, date):
        return plain_date(value)
    if isinstance(value, Decimal):
        return plain_number(value)
    return value or ""


def facts(values: Any, of: Iterable[DescribedField]) -> tuple[tuple[str, str], ...]:
    """Return (label, words) for each of these fields that is written."""
    rows = ((one.label, written(values, one)) for one in of)
    return tuple((label, words) for label, words in rows if words)
