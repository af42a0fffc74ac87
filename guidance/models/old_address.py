"""Where a page used to stand."""

from django.db import models


class OldAddress(models.Model):
    """A path that a page had before it was moved. Whoever asks for it is sent on.

    Written by `guidance.services.place` alone. A path is never both a page's and an old one.
    """

    path = models.CharField("address", max_length=255, unique=True)
    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="old_addresses")

    class Meta:
        ordering = ["path"]
        verbose_name = "old address"
        verbose_name_plural = "old addresses"

    def __str__(self) -> str:
        return f"/{self.path}/"
