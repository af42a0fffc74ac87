"""Updates and major changes of pages, as lists and as feed entries."""

import uuid
from datetime import datetime, time
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from guidance.news.models import Update
from guidance.texts.models import Page, Revision, Tag

FEED_LENGTH = 50
# The namespace of the keys of entries about revisions, derived from values that never change.
CHANGES = uuid.UUID("6f3c9c3a-54b4-4f19-8f0f-8b1f0d3c4f02")


def tags_of_updates() -> QuerySet[Tag]:
    published = Update.objects.published().prefetch_related(None)
    return Tag.objects.filter(updates__in=published).distinct()


def page_changes() -> QuerySet[Revision]:
    changes = Revision.objects.filter(
        is_major=True, published_at__isnull=False, page__live__isnull=False
    )
    return changes.select_related("page__live").order_by("-published_at", "-pk")


def changes_of(page: Page) -> list[Revision]:
    """Return the published major changes of one page, newest first."""
    changes = page.revisions.filter(is_major=True, published_at__isnull=False)
    return list(
        changes.only("page", "change_note", "published_at").order_by("-published_at", "-pk")
    )


def feed_entries(site: str) -> list[dict[str, Any]]:
    """Return the latest updates and changes of pages, newest first, as items of a feed.

    site: the base address of the site. The ids never change.
    """
    updates = (_of_update(one, site) for one in Update.objects.published()[:FEED_LENGTH])
    changes = (_of_change(one, site) for one in page_changes()[:FEED_LENGTH])
    entries = sorted([*updates, *changes], key=lambda entry: entry["pubdate"], reverse=True)
    return entries[:FEED_LENGTH]


def _of_update(update: Update, site: str) -> dict[str, Any]:
    begun = timezone.make_aware(datetime.combine(update.published_on, time()))
    return {
        "title": update.title,
        "link": site + update.get_absolute_url(),
        "description": update.summary,
        "unique_id": update.key.urn,
        "pubdate": begun,
        "updateddate": max(begun, update.changed),
        "categories": [tag.name for tag in update.tags.all()],
    }


def _of_change(revision: Revision, site: str) -> dict[str, Any]:
    moment = revision.published_at or revision.created
    return {
        "title": f"Page changed: {revision.page.shown.title}",
        "link": site + revision.page.get_absolute_url(),
        "description": revision.change_note,
        "unique_id": uuid.uuid5(CHANGES, f"{revision.created.isoformat()} {revision.title}").urn,
        "pubdate": moment,
        "updateddate": moment,
    }
