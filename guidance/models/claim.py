"""A claim that the guidance makes: of which kind it is, what it rests on, how long that holds."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from guidance.querysets import ClaimQuerySet


class Claim(models.Model):
    """Something that a text says, marked there by the code of this row.

    The words in the text belong to the revision; what they rest on is kept here, so that it can
    be confirmed again without a change of the text.
    """

    class Kind(models.TextChoices):
        STATUTORY = "statutory", "Statutory"
        NATIONAL = "national", "National guidance"
        MEASURED = "measured", "Measured"
        ANECDOTAL = "anecdotal", "Anecdotal"

    code = models.SlugField(
        "code",
        max_length=60,
        unique=True,
        help_text="A short name that texts refer to, such as “right-to-ask”. It never changes.",
    )
    kind = models.CharField("kind", max_length=20, choices=Kind.choices)
    words = models.CharField(
        "what is claimed", max_length=300, help_text="In one short sentence. Readers see it."
    )
    resource = models.ForeignKey(
        "guidance.ExternalResource",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        help_text="The source, where it is in the register of resources.",
    )
    source = models.CharField(
        "source in words",
        max_length=300,
        blank=True,
        help_text="Where in the resource, or the source itself where it is in no register.",
    )
    confirmed_on = models.DateField(
        "last confirmed",
        null=True,
        blank=True,
        help_text="The day somebody last read it in its source. Empty: nobody has yet.",
    )
    review_by = models.DateField(
        "check again by",
        null=True,
        blank=True,
        db_index=True,
        help_text="From this day on it has lapsed. Empty: it does not lapse.",
    )
    note = models.TextField("note for editors", blank=True)
    loaded_state = models.CharField(max_length=64, blank=True, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words}"

    def clean(self) -> None:
        """Refuse a claim that rests on nothing, and dates that cannot be."""
        if not self.resource_id and not self.source.strip():
            raise ValidationError({"source": "Choose a resource, or name the source in words."})
        if self.confirmed_on and self.confirmed_on > timezone.localdate():
            raise ValidationError({"confirmed_on": "The day cannot be after today."})
        if self.confirmed_on and self.review_by and self.review_by <= self.confirmed_on:
            raise ValidationError({"review_by": "It must be after the day it was confirmed."})

    def is_lapsed(self, today: date | None = None) -> bool:
        """Whether it should have been checked again before `today` (default: now)."""
        return self.review_by is not None and self.review_by <= (today or timezone.localdate())
