"""Networks and email lists that people join."""

from __future__ import annotations

from django.db import models

from guidance.models.resource import ExternalResource
from guidance.models.tag import Tag
from guidance.querysets import NetworkQuerySet


class Network(models.Model):
    """How to join something that the register of resources names.

    Its name, who runs it, its address, whether that is confirmed and when it was read stand in
    the register alone.
    """

    class Kind(models.TextChoices):
        LIST = "list", "Email list"
        GROUP = "group", "Network or group"

    resource = models.OneToOneField(
        ExternalResource,
        models.PROTECT,
        related_name="network",
        help_text="Add it to the external resources first.",
    )
    kind = models.CharField("kind", max_length=10, choices=Kind)
    region = models.CharField("region", max_length=60, help_text="Such as “England” or “UK”.")
    topics = models.ManyToManyField(Tag, blank=True, related_name="networks")
    what_for = models.CharField("what it is for", max_length=300)
    who_may_join = models.CharField("who may join", max_length=300)
    how_to_join = models.CharField("how to join", max_length=300)
    confirmed = models.BooleanField(
        "facts confirmed",
        default=False,
        help_text="Tick this once you know that it is active and these facts are right.",
    )
    is_listed = models.BooleanField("in the directory", default=True)
    loaded_state = models.CharField(max_length=64, blank=True, editable=False)

    objects = NetworkQuerySet.as_manager()

    class Meta:
        ordering = ["resource__name"]
        verbose_name = "network or email list"
        verbose_name_plural = "networks and email lists"

    def __str__(self) -> str:
        return self.resource.name
