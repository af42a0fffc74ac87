"""What readers say about a page."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from guidance.querysets import FeedbackQuerySet

LONGEST_SENTENCE = 400


class Feedback(models.Model):
    """One answer to “Was this page useful?”. It holds nothing about who gave it: only the day."""

    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="feedback")
    useful = models.BooleanField("called useful")
    sentence = models.CharField("what they wrote", max_length=LONGEST_SENTENCE, blank=True)
    given_on = models.DateField("given on", default=timezone.localdate, db_index=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        verbose_name = "answer of a reader"
        verbose_name_plural = "answers of readers"

    def __str__(self) -> str:
        return f"{self.page}: {'useful' if self.useful else 'not useful'}"
