"""Letters that asked somebody to review a page, so that none is sent twice."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Reminder(models.Model):
    """One person was asked once to do the review that was due on one day."""

    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="reminders")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    due = models.DateField("review due")
    sent_at = models.DateTimeField("sent", auto_now_add=True)

    class Meta:
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "person", "due"], name="a_person_is_reminded_once_of_a_review"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page}, due {self.due}"
