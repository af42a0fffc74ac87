"""What an organisation adds to a page for its own people."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from kls_portal.accounts.models import Organisation

LONGEST_STEPS = 4_000


class LocalSteps(models.Model):
    """An organisation's own steps and links beneath a page. Its members alone see them.

    Written by `guidance.services.local_steps` alone, which also keeps the history.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="local_steps")
    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="local_steps")
    text = models.TextField("your own steps", max_length=LONGEST_STEPS)
    links = models.TextField(
        "links", max_length=LONGEST_STEPS, blank=True, help_text="One a line: words, then address."
    )
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["organisation", "page"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "page"], name="one_box_on_a_page")
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.page}"


class LocalStepsChange(models.Model):
    """One saved state of an organisation's steps; empty where they were removed."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="+")
    text = models.TextField(blank=True)
    links = models.TextField(blank=True)
    made = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-made", "-pk"]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.page}, {self.made}"
