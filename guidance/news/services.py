"""Updates and major changes of pages, as lists and as feed entries."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import QuerySet
from django.utils import timezone

from guidance.news.models import Update
from guidance.texts.models import Page, Revision, Tag
from kls_portal.plain_values import from_row

FEED_LENGTH = 50
# The namespace of the keys of entries about revisions, derived from values that never change.
CHANGES = uuid.UUID("6f3c9c3a-54b4-4f19-8f0f-8b1f0d3c4f02")


@dataclass(frozen=True)
class Entry:
    """One entry of the feed. `key` never changes; `address` is relative to the site."""

    key: uuid.UUID
    title: str
    summary: str
    address: str
    tags: tuple[str, ...]
    published: datetime
    changed: datetime


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


def feed_entries() -> list[Entry]:
    updates = map(_of_update, Update.objects.published()[:FEED_LENGTH])
    changes = map(_of_change, page_changes()[:FEED_LENGTH])
    entries = sorted([*updates, *changes], key=lambda entry: entry.published, reverse=True)
    return entries[:FEED_LENGTH]


def _of_update(update: Update) -> Entry:
    begun = timezone.make_aware(datetime.combine(update.published_on, time()))
    return from_row(
        Entry,
        update,
        address=update.get_absolute_url(),
        tags=tuple(tag.name for tag in update.tags.all()),
        published=begun,
        changed=max(begun, update.changed),
    )


def _of_change(revision: Revision) -> Entry:
    return Entry(
        key=uuid.uuid5(CHANGES, f"{revision.created.isoformat()} {revision.title}"),
        title=f"Page changed: {revision.page.shown.title}",
        summary=revision.change_note,
        address=revision.page.get_absolute_url(),
        tags=(),
        published=revision.published_at or revision.created,
        changed=revision.published_at or revision.created,
    )
