"""A revision: the words of a page, as somebody saved them once."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format


class Revision(models.Model):
    """One saved text of a page. Never changed afterwards: the revisions are the history."""

    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="revisions")
    title = models.CharField("title", max_length=120)
    summary = models.CharField("summary", max_length=300)
    body = models.TextField("text", blank=True, help_text="Sanitised HTML.")
    based_on = models.TextField("based on", blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="guidance_revisions",
    )
    note = models.CharField("note", max_length=200, blank=True)
    created = models.DateTimeField("saved", default=timezone.now, editable=False)

    class Meta:
        ordering = ["-created", "-pk"]

    def __str__(self) -> str:
        return f"{self.title} ({date_format(timezone.localtime(self.created), 'j F Y, H:i')})"

    def sources(self) -> list[str]:
        """Return what the page is based on, one source an item (they are typed with “;”)."""
        return [source.strip() for source in self.based_on.split(";") if source.strip()]
