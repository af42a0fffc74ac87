"""What the page of a revision shows: the same for readers and for whoever previews a draft."""

from __future__ import annotations

from typing import Any

from guidance.models import ExternalResource, Page, Revision
from guidance.querysets import PageQuerySet
from guidance.rendering import render
from guidance.section import Entry, place_of
from guidance.services.claims import claims_in, marks_of
from guidance.services.updates import changes_of


def page_context(page: Page, revision: Revision) -> dict[str, Any]:
    """Return the context of `guidance/page_detail.html` for these words at the page's place.

    The page stands among the live ones of its section, whether it is live itself or not.
    """
    entries = live_entries(Page.objects.in_section(page.path))
    if page.live_id != revision.pk:
        entries = [entry for entry in entries if entry.id != page.pk]
        entries.append(_entry(page, revision))
    claims = claims_in(revision.body)
    return {
        "page": page,
        "revision": revision,
        "body": render(revision.body, marks_of(claims)),
        "claims": claims,
        "place": place_of(page.pk, entries),
        "resources": ExternalResource.objects.on_page(page),
        "changes": changes_of(page),
        "is_overdue": page.is_overdue(),
        "is_contact": page.path == "contact",
    }


def live_entries(pages: PageQuerySet) -> list[Entry]:
    """Return the live ones among these pages as entries of their section, in one query."""
    found = pages.for_reading().defer("live__body", "live__based_on")
    return [_entry(page, page.shown) for page in found]


def _entry(page: Page, revision: Revision) -> Entry:
    return Entry(
        id=page.pk,
        parent_id=page.parent_id,
        order=page.order,
        path=page.path,
        text=revision.title,
        description=revision.summary,
    )
