"""The vocabulary in which the desk asks for readers' answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from guidance.pages.models import Feedback


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    """Answers of readers, by what is asked of them."""

    def by_page(self, since: date) -> models.QuerySet[Feedback, dict[str, int]]:
        """Pages that somebody called not useful since that day: rows of `page`, `no` and `given`.

        The page that most readers were unhappy with comes first.
        """
        no = models.Count("pk", filter=models.Q(useful=False))
        counted = self.filter(given_on__gte=since).values("page").order_by()
        return counted.annotate(no=no, given=models.Count("pk")).filter(no__gt=0).order_by("-no")
