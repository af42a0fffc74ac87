"""News about the portal and its field."""

from __future__ import annotations

import uuid

from django.db import models
from django.urls import reverse
from django.utils import timezone

from guidance.texts.models import Tag
from kls_portal.reference.models import ShippedRow


class UpdateQuerySet(models.QuerySet["Update"]):
    def published(self) -> UpdateQuerySet:
        """Return the updates that readers see today, newest first, with tags prefetched.

        An update dated in the future appears on its day.
        """
        on_the_site = self.filter(is_published=True, published_on__lte=timezone.localdate())
        return on_the_site.prefetch_related("tags")


class Update(ShippedRow):
    """A dated piece of news. Its key identifies it permanently in the feed."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    title = models.CharField("title", max_length=120)
    slug = models.SlugField(
        "last part of the address",
        max_length=80,
        unique=True,
        help_text="Small letters, digits and hyphens. Do not change it once readers have seen it.",
    )
    summary = models.CharField(
        "summary", max_length=300, help_text="One or two sentences, shown in lists and the feed."
    )
    body = models.TextField("text", blank=True, help_text="Sanitised HTML.")
    tags = models.ManyToManyField(Tag, blank=True, related_name="updates")
    published_on = models.DateField("published on", default=timezone.localdate, db_index=True)
    is_published = models.BooleanField(
        "on the site", default=False, help_text="Tick this once readers may see it."
    )
    changed = models.DateTimeField(auto_now=True)
    loaded_from = models.CharField(max_length=80, unique=True, null=True, editable=False)

    objects = UpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-published_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("guidance:update_detail", kwargs={"slug": self.slug})
