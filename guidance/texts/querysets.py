"""The vocabulary in which views and services ask for pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from guidance.texts.models import Page  # noqa: F401


class PageQuerySet(models.QuerySet["Page"]):
    """Pages, by what is asked of them."""

    def live(self) -> PageQuerySet:
        """Pages that readers can see."""
        return self.filter(live__isnull=False)

    def for_reading(self) -> PageQuerySet:
        """Live pages with their words, in one query."""
        return self.live().select_related("live")

    def roots(self) -> PageQuerySet:
        """Pages that stand under no other, in reading order."""
        return self.filter(parent__isnull=True).order_by("order", "path")

    def beneath(self, path: str) -> PageQuerySet:
        """Every page whose address starts with `path` and a slash."""
        return self.filter(path__startswith=f"{path}/")

    def in_section(self, *paths: str) -> PageQuerySet:
        """The top pages of the sections that `paths` lie in, and every page beneath them."""
        wanted = models.Q()
        for top in {path.split("/", 1)[0] for path in paths}:
            wanted |= models.Q(path=top) | models.Q(path__startswith=f"{top}/")
        return self.filter(wanted)

    def overdue(self, today: date) -> PageQuerySet:
        """Pages whose review should have happened before `today`."""
        return self.filter(next_review__lt=today)

    def due(self, by: date) -> PageQuerySet:
        """Pages on the site whose review is due by that day, the longest due first."""
        return self.live().filter(next_review__lte=by).order_by("next_review", "path")

    def with_words(self) -> PageQuerySet:
        """Pages with their live text and their draft, in one query."""
        return self.select_related("live", "draft")

    def to_publish(self, now: datetime) -> PageQuerySet:
        """Pages whose draft was to be published by that moment, the earliest first."""
        return self.filter(draft__publish_at__lte=now).order_by("draft__publish_at", "path")

    def to_withdraw(self, now: datetime) -> PageQuerySet:
        """Pages that were to be taken off the site by that moment."""
        return self.live().filter(unpublish_at__lte=now).order_by("unpublish_at", "path")
