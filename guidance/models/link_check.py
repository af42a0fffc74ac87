"""What the link check remembers: how each address fares, and where it stands."""

from __future__ import annotations

from hashlib import sha256

from django.db import models

from guidance.link_check import State
from guidance.link_check.outcome import FINE
from guidance.querysets import LinkPlaceQuerySet


class LinkCheck(models.Model):
    """One address elsewhere, and how it fared when it was tried last.

    `since` is the moment it was first found in this state; `failures` counts the tries since it
    was last fine.
    """

    key = models.CharField(max_length=64, unique=True, editable=False)
    address = models.TextField("address")
    state = models.CharField(
        "state",
        max_length=20,
        blank=True,
        db_index=True,
        choices=[(state.value, state.words) for state in State],
    )
    code = models.PositiveSmallIntegerField("HTTP status", null=True, blank=True)
    ends_at = models.TextField("where it leads", blank=True)
    checked_at = models.DateTimeField("tried", null=True, blank=True, db_index=True)
    since = models.DateTimeField("since", null=True, blank=True)
    failures = models.PositiveIntegerField("failed tries in a row", default=0)

    class Meta:
        ordering = ["address"]
        verbose_name = "checked address"
        verbose_name_plural = "checked addresses"

    def __str__(self) -> str:
        return self.address

    @property
    def is_fine(self) -> bool:
        """Whether readers get there, as far as is known. An address not tried yet is fine."""
        return not self.state or State(self.state) in FINE

    @staticmethod
    def key_of(address: str) -> str:
        """Return what an address of any length is known by."""
        return sha256(address.encode("utf-8", "replace")).hexdigest()


class LinkPlace(models.Model):
    """Where an address stands: in the text of a live page, or in the register of resources.

    A resource that several pages point to stands there once for each.
    """

    link = models.ForeignKey(LinkCheck, models.CASCADE, related_name="places")
    page = models.ForeignKey(
        "guidance.Page", models.CASCADE, null=True, blank=True, related_name="link_places"
    )
    resource = models.ForeignKey(
        "guidance.ExternalResource",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="link_places",
    )
    text = models.CharField("words of the link", max_length=200)

    objects = LinkPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["page__path", "text", "pk"]
        verbose_name = "link to other sites"
        verbose_name_plural = "links to other sites"

    def __str__(self) -> str:
        return self.text
