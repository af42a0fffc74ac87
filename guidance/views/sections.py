"""The sections of the guidance, as every page leads into them."""

from __future__ import annotations

from guidance.models import Page
from guidance.querysets import PageQuerySet
from guidance.section import Entry

SECTIONS = ("recruiting", "retaining", "induction")


def sections() -> list[Entry]:
    """Return the doors into the guidance, in their order."""
    return entries(Page.objects.filter(path__in=SECTIONS).order_by("order"))


def entries(pages: PageQuerySet) -> list[Entry]:
    """Return live pages as places in a section, without their words."""
    return [
        Entry(
            id=page.pk,
            parent_id=page.parent_id,
            order=page.order,
            path=page.path,
            text=page.live.title,
            description=page.live.summary,
        )
        for page in pages.for_reading().defer("live__body", "live__based_on")
    ]
