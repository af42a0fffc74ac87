"""A page: its place in the tree, who keeps it, when it is reviewed, which revision is live."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from guidance.models.revision import Revision
from guidance.querysets import PageQuerySet


class Page(models.Model):
    """One address of the guidance. Its words are in its revisions; readers see `live`."""

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="beneath",
        help_text="The page that this one belongs under. Leave empty for a page of its own.",
    )
    slug = models.SlugField(
        "last part of the address",
        max_length=80,
        help_text="Small letters, digits and hyphens, such as “writing-a-job-description”.",
    )
    path = models.CharField("address", max_length=255, unique=True, editable=False)
    order = models.PositiveIntegerField(
        "order", default=0, help_text="Pages beneath the same page are read from low to high."
    )
    live = models.ForeignKey(
        Revision,
        models.RESTRICT,
        null=True,
        editable=False,
        related_name="+",
        help_text="What readers see. Empty: the page is not on the site.",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="guidance_pages",
        help_text="Who keeps this page true.",
    )
    last_reviewed = models.DateField("page last reviewed")
    next_review = models.DateField("next review due")
    loaded_from = models.CharField(max_length=255, unique=True, null=True, editable=False)
    loaded_state = models.CharField(max_length=64, blank=True, editable=False)
    resources = models.ManyToManyField(
        "guidance.ExternalResource", through="guidance.PageResource", related_name="pages"
    )

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        return self.live.title if self.live else f"/{self.path}/"

    def get_absolute_url(self) -> str:
        """Return the address on this site, such as `/recruiting/interviews/`."""
        return reverse("guidance:page_detail", kwargs={"path": self.path})

    def is_overdue(self, today: date | None = None) -> bool:
        """Whether the next review should have happened before `today` (default: now)."""
        return self.next_review < (today or timezone.localdate())
