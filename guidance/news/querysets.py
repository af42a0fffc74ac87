"""The vocabulary in which views and services ask for updates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from guidance.news.models import Update  # noqa: F401


class UpdateQuerySet(models.QuerySet["Update"]):
    """Updates, by what is asked of them."""

    def published(self) -> UpdateQuerySet:
        """Updates that readers see today, newest first, with their tags in one more query.

        One that is dated in the future appears on its day by itself.
        """
        on_the_site = self.filter(is_published=True, published_on__lte=timezone.localdate())
        return on_the_site.prefetch_related("tags")
