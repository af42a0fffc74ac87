"""A page: its place in the tree, who keeps it, when it is reviewed, which revision is live."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone

from guidance.models.revision import Revision
from guidance.querysets import PageQuerySet


class Page(models.Model):
    """One address of the guidance. Its words are in its revisions; readers see `live` alone."""

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
    draft = models.ForeignKey(
        Revision,
        models.RESTRICT,
        null=True,
        editable=False,
        related_name="+",
        help_text="What editors are working on. Empty: they are not.",
    )
    unpublish_at = models.DateTimeField(
        "take off the site at", null=True, blank=True, db_index=True
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="guidance_pages",
        help_text="Who keeps this page true.",
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="deputised_guidance_pages",
        help_text="Who keeps it true when the owner does not.",
    )
    review_months = models.PositiveSmallIntegerField(
        "months between reviews",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="Leave empty for the usual time.",
    )
    last_reviewed = models.DateField("page last reviewed")
    next_review = models.DateField("next review due", db_index=True)
    loaded_from = models.CharField(max_length=255, unique=True, null=True, editable=False)
    loaded_state = models.CharField(max_length=64, blank=True, editable=False)
    resources = models.ManyToManyField(
        "guidance.ExternalResource", through="guidance.PageResource", related_name="pages"
    )

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        newest = self.live or self.draft
        return newest.title if newest else f"/{self.path}/"

    def get_absolute_url(self) -> str:
        """Return the address on this site, such as `/recruiting/interviews/`."""
        return reverse("guidance:page_detail", kwargs={"path": self.path})

    @property
    def shown(self) -> Revision:
        """Return the text that readers see. Raises ValueError where the page is not public."""
        if self.live is None:
            raise ValueError(f"The page {self.path} is not on the site.")
        return self.live

    def is_overdue(self, today: date | None = None) -> bool:
        """Whether the next review should have happened before `today` (default: now)."""
        return self.next_review < (today or timezone.localdate())
