"""When a page is looked at again: its last review, and the next one."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from guidance.models import Page
from guidance.months import months_after
from kls_portal.operation.site_version import raise_site_version


def move_review(page: Page, *, on: date) -> None:
    """Store that the page was reviewed that day; the next review is its period later."""
    page.last_reviewed = on
    page.next_review = months_after(on, page.review_months or settings.GUIDANCE_REVIEW_MONTHS)
    page.save(update_fields=["last_reviewed", "next_review"])
    transaction.on_commit(raise_site_version)


def mark_reviewed(page: Page) -> None:
    """Store that the page was reviewed today, and nothing needed to change."""
    move_review(page, on=timezone.localdate())
