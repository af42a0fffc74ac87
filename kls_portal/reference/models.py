"""Shipped rows that may be corrected in the admin, and dated facts."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kls_portal.operation.site_version import reading_day
from kls_portal.plain_values import from_row
from kls_portal.reference.dated import STRENGTHS, UNITS, DatedFact, fact_faults, value_text


class ShippedRow(models.Model):
    """A row whose values ship with the portal, and which editors may correct.

    `shipped` holds what was last loaded into each field. Loading updates a field only while it
    still holds that value: a correction is kept for its own field, and the others follow.
    """

    shipped = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True


class DatedQuery(models.QuerySet[Any]):
    """Queries on rows that may be in force for some days only."""

    def in_force(self, day: date | None = None) -> Self:
        """Return the rows in force on a day, by default the one that this request is about."""
        day = day or reading_day()
        begun = Q(since=None) | Q(since__lte=day)
        return self.filter(begun, Q(until=None) | Q(until__gte=day))


class DatedRow(models.Model):
    """A row that may carry the days on which it is in force; without them it always is."""

    since = models.DateField(
        "in force from", null=True, blank=True, help_text="Leave empty if it was always so."
    )
    until = models.DateField(
        "until",
        null=True,
        blank=True,
        help_text="The last day, if it is known. A later value is a row of its own.",
    )

    objects: ClassVar[Any] = DatedQuery.as_manager()

    class Meta:
        abstract = True

    def is_in_force(self, day: date) -> bool:
        """Whether the row is in force on a day; see `in_force`."""
        return (self.since or date.min) <= day <= (self.until or date.max)


class LoadedRow(DatedRow, ShippedRow):
    """A row of reference data, identified by its code.

    While it is not in force it has no effect: a choice is not offered, and a value in the shipped
    data applies instead.
    """

    code = models.SlugField("code", max_length=40, unique=True)
    source = models.TextField("source", blank=True, help_text="Document, section and address.")
    confirmed = models.BooleanField(
        "confirmed",
        default=False,
        help_text="Tick this when someone has read it in the source. Otherwise it is shown as "
        "not confirmed.",
    )

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Check each field, and that the last day is not before the first."""
        super().clean_fields(exclude=exclude)
        if "until" not in (exclude or ()) and self.since and self.until and self.until < self.since:
            raise ValidationError({"until": "The last day cannot be before the first."})


class Fact(DatedRow, ShippedRow):
    """One value of a figure, limit or legal statement, with the days on which it is in force.

    All values of one fact share its `name`, by which pages, tasks and rules refer to it.
    """

    code = models.SlugField(
        "code",
        max_length=80,
        unique=True,
        help_text="The name with what sets this value apart, such as “notice-in-probation-2027”.",
    )
    name = models.SlugField(
        "name",
        max_length=60,
        db_index=True,
        help_text="Pages use it by this name. Give each value of one fact the same name.",
    )
    what = models.CharField(
        "what it is", max_length=200, help_text="Readers see it, without the value."
    )
    value = models.CharField(
        "value", max_length=300, help_text="The figure alone: 6, 32073, 2027-01-01. Or words."
    )
    unit = models.CharField("unit", max_length=20, choices=list(UNITS.items()), blank=True)
    nations = models.JSONField("nations", default=list, blank=True)
    source = models.TextField("source", help_text="Document, section and date.")
    address = models.CharField(
        "address of the source",
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
    )
    read_on = models.DateField("read on", null=True, blank=True)
    strength = models.CharField("strength", max_length=20, choices=list(STRENGTHS.items()))
    is_original = models.BooleanField(
        "read in the original",
        default=True,
        help_text="Untick this if it was read elsewhere. Readers are then told that it was "
        "not the Act, the terms or the document itself.",
    )
    review_by = models.DateField(
        "read again by",
        null=True,
        blank=True,
        db_index=True,
        help_text="From this day, new documents leave it out until someone has read it again.",
    )
    note = models.TextField("note for editors", blank=True)

    class Meta:
        ordering = ["name", "since", "code"]

    def __str__(self) -> str:
        with suppress(ValueError):  # while it is edited, its value may not fit its unit
            return f"{self.what}: {value_text(self.value, self.unit)}"
        return f"{self.what}: {self.value}"

    def as_value(self) -> DatedFact:
        return from_row(DatedFact, self)

    def clean(self) -> None:
        faults = fact_faults(self)
        if self.read_on and self.read_on > timezone.localdate():
            faults["read_on"] = "The day cannot be after today."
        if faults:
            raise ValidationError(faults)
