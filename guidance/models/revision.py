"""A revision: the words of a page, as somebody saved them once."""

from __future__ import annotations

from typing import TypedDict

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format


class Words(TypedDict):
    """What readers read of a revision; the rest tells its story."""

    title: str
    summary: str
    body: str
    based_on: str


WORDS = ("title", "summary", "body", "based_on")


class Revision(models.Model):
    """One saved text of a page. Its words never change afterwards: the revisions are the history.

    What happened to it later is written beside the words: when it is to be published
    (`publish_at`) and when and by whom it was (`published_at`, `published_by`).
    """

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
    is_major = models.BooleanField(
        "major change", default=False, help_text="Readers are told, and it counts as a review."
    )
    change_note = models.CharField(
        "what readers are told", max_length=300, blank=True, help_text="Public."
    )
    publish_at = models.DateTimeField("to be published at", null=True, blank=True, db_index=True)
    published_at = models.DateTimeField(
        "published",
        null=True,
        blank=True,
        editable=False,
        db_index=True,
        help_text="When readers first saw it. Empty: a draft, or never published.",
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        ordering = ["-created", "-pk"]

    def __str__(self) -> str:
        return f"{self.title} ({date_format(timezone.localtime(self.created), 'j F Y, H:i')})"

    def words(self) -> Words:
        """Return what readers read of it, by the names of the fields."""
        return Words(title=self.title, summary=self.summary, body=self.body, based_on=self.based_on)

    def sources(self) -> list[str]:
        """Return what the page is based on, one source an item (they are typed with “;”)."""
        return [source.strip() for source in self.based_on.split(";") if source.strip()]
