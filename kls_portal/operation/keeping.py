"""What the nightly clean-up deletes of running the site: sessions, counters, stored pages."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.sessions.models import Session
from django.core.cache import caches

from kls_portal.operation.forgiving import PageFiles
from kls_portal.operation.models import StoredValue


def forget_sessions(now: datetime) -> Iterator[str]:
    """Delete the sessions that ended by themselves; signing out deletes one at once."""
    if gone := Session.objects.filter(expire_date__lte=now).delete()[0]:
        yield f"Sessions that ended: {gone} deleted."


def sweep_store(now: datetime) -> Iterator[str]:
    """Delete counters and one-time keys whose time is over. A Redis does that by itself."""
    if gone := StoredValue.objects.filter(ends_at__lte=now.timestamp()).delete()[0]:
        yield f"Counters and one-time keys that ended: {gone} deleted."


def sweep_pages(_now: datetime) -> Iterator[str]:
    """Delete stored pages that nobody can be shown any more, by the clock of the disk."""
    pages = caches["pages"]
    if gone := pages.sweep() if isinstance(pages, PageFiles) else 0:
        yield f"Stored pages that ended: {gone} deleted."
