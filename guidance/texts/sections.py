"""Sections of the guidance, and sections of the editors' desk."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from guidance.texts.models import Page, PageQuerySet, Revision
from guidance.texts.rules.section import Entry
from kls_portal.plain_values import from_row

SECTIONS = ("recruiting", "retaining", "induction")


def sections() -> list[Entry]:
    return live_entries(Page.objects.filter(path__in=SECTIONS).order_by("order"))


def live_entries(pages: PageQuerySet) -> list[Entry]:
    """Return the live pages among these as entries of their section, in one query."""
    live = pages.for_reading().defer("live__body", "live__based_on")
    return [entry_of(page, page.shown) for page in live]


def entry_of(page: Page, revision: Revision) -> Entry:
    """Return a page, with the title and summary of a revision, as an entry of its section."""
    return from_row(Entry, page, text=revision.title, description=revision.summary)


# A section shows at most this many rows, and a link to the rest.
MOST_ROWS = 20


@dataclass(frozen=True)
class Row:
    """One task: its subject, the address where it is done, and facts about it.

    page_id: the page that can be marked as reviewed from the row, None for other tasks.
    """

    text: str
    address: str
    facts: tuple[str, ...] = ()
    page_id: int | None = None


@dataclass(frozen=True)
class Section:
    """Tasks of one kind. empty: the sentence shown if there are none.

    more: the address of the whole list, "" for none.
    """

    slug: str
    title: str
    empty: str
    rows: tuple[Row, ...] = ()
    more: str = ""

    @property
    def first(self) -> tuple[Row, ...]:
        """The rows that the desk shows."""
        return self.rows[:MOST_ROWS]


def page_address(page: Page) -> str:
    return reverse("admin:guidance_page_change", args=[page.pk])
