"""Words to sort updates and networks by."""

from __future__ import annotations

from django.db import models


class Tag(models.Model):
    """A topic. Readers filter by it; its slug stands in addresses."""

    name = models.CharField("name", max_length=40, unique=True)
    slug = models.SlugField("in addresses", max_length=40, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
