"""Sections: of the guidance, as every page leads into them, and of the desk of editors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from guidance.texts.models import Page, PageQuerySet, Revision
from guidance.texts.rules.section import Entry

SECTIONS = ("recruiting", "retaining", "induction")


def sections() -> list[Entry]:
    """Return the doors into the guidance, in their order."""
    return live_entries(Page.objects.filter(path__in=SECTIONS).order_by("order"))


def live_entries(pages: PageQuerySet) -> list[Entry]:
    """Return the live ones among these pages as entries of their section, in one query."""
    found = pages.for_reading().defer("live__body", "live__based_on")
    return [entry_of(page, page.shown) for page in found]


def entry_of(page: Page, revision: Revision) -> Entry:
    """Return a page with these words as an entry of its section."""
    return Entry(
        id=page.pk,
        parent_id=page.parent_id,
        order=page.order,
        group=page.group,
        path=page.path,
        text=revision.title,
        description=revision.summary,
    )


# A longer section shows this many rows, and where the rest is.
MOST_ROWS = 20


@dataclass(frozen=True)
class Row:
    """One thing to do: what it is about, where it is done, and what is known of it.

    page_id: of a page that may be marked as reviewed here and now; None for anything else.
    """

    text: str
    address: str
    facts: tuple[str, ...] = ()
    page_id: int | None = None


@dataclass(frozen=True)
class Section:
    """Things of one kind to do. `empty`: what is said where there are none.

    more: the address of the whole list, where the rows are only its beginning.
    """

    slug: str
    title: str
    rows: tuple[Row, ...]
    empty: str
    total: int
    more: str = ""

    @classmethod
    def of(
        cls, slug: str, title: str, rows: Iterable[Row], *, empty: str, more: str = ""
    ) -> Section:
        """Return the section of all these rows, cut to what the desk has room for."""
        every = tuple(rows)
        return cls(slug, title, every[:MOST_ROWS], empty, len(every), more)


def page_address(page: Page) -> str:
    """Return where editors change a page."""
    return reverse("admin:guidance_page_change", args=[page.pk])
