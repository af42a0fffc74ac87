"""The nightly clean-up of expired sessions, counters and stored pages."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.sessions.models import Session
from django.core.cache import caches

from kls_portal.operation.forgiving import PageFiles
from kls_portal.operation.models import StoredValue


def forget_sessions(now: datetime) -> Iterator[str]:
    """Delete expired sessions; signing out deletes one at once."""
    if gone := Session.objects.filter(expire_date__lte=now).delete()[0]:
        yield f"Sessions that ended: {gone} deleted."


def sweep_store(now: datetime) -> Iterator[str]:
    """Delete expired counters and one-time keys. Redis does so itself."""
    if gone := StoredValue.objects.filter(ends_at__lte=now.timestamp()).delete()[0]:
        yield f"Counters and one-time keys that ended: {gone} deleted."


def sweep_pages(_now: datetime) -> Iterator[str]:
    """Delete expired stored pages, by the system clock."""
    pages = caches["pages"]
    if gone := pages.sweep() if isinstance(pages, PageFiles) else 0:
        yield f"Stored pages that ended: {gone} deleted."
