"""The sections of the guidance, as every page leads into them."""

from __future__ import annotations

from guidance.texts.models import Page, Revision
from guidance.texts.querysets import PageQuerySet
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
