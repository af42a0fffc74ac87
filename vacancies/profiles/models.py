"""National profiles and the scheme, as maintained by editors."""

import re
from datetime import date
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models

from kls_portal.reference.models import DatedQuery, LoadedRow
from vacancies.profiles.rules.loading import scheme
from vacancies.profiles.rules.profile import ILLUSTRATIVE_LABEL
from vacancies.profiles.rules.scheme import LabelError, LevelError, parse_label

BANDS = ("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9")


def bands_written(typed: str) -> str:
    """Return bands like “4,5”. Raises ValidationError on the field `bands` for an unknown one."""
    words = [word for word in re.split(r"[,;\s]+", typed.lower()) if word]
    if unknown := [word for word in words if word not in BANDS]:
        sentence = f"There is no band “{unknown[0]}”. Write bands like 4,5 or 8a."
        raise ValidationError({"bands": sentence})
    return ",".join(words)


class ProfileQuery(DatedQuery):
    def in_band_order(self) -> "ProfileQuery":
        return self.order_by("band_order", "title")

    def with_factors(self) -> "ProfileQuery":
        """Prefetch the factor ranges, in one more query."""
        return self.prefetch_related("factors")

    def for_libraries(self) -> "ProfileQuery":
        """Exclude the profiles kept only to test the matching rules."""
        return self.filter(for_proof=False)

    def in_force(self, day: date | None = None) -> Self:
        """Return those in force on a day that were not withdrawn."""
        return super().in_force(day).filter(withdrawn_on=None)

    def withdrawn(self) -> "ProfileQuery":
        return self.exclude(withdrawn_on=None)

    def offered_with(self, chosen: int | None) -> "ProfileQuery":
        """Return those in force, and the one with key `chosen` even if withdrawn."""
        return self.in_force() | self.filter(pk=chosen)


class Profile(LoadedRow):
    """A national profile, or an illustrative one, always labelled as such."""

    class Status(models.TextChoices):
        NATIONAL = "national", "National profile"
        ILLUSTRATIVE = "illustrative", ILLUSTRATIVE_LABEL

    title = models.CharField("title", max_length=200)
    band = models.CharField("band", max_length=2, choices=[(band, band) for band in BANDS])
    band_order = models.PositiveSmallIntegerField(default=0, db_index=True, editable=False)
    status = models.CharField("status", max_length=12, choices=Status, default=Status.ILLUSTRATIVE)
    for_proof = models.BooleanField(
        "kept as a worked example only",
        default=False,
        help_text="Not offered for library posts.",
    )
    edition = models.CharField(
        "version", max_length=60, blank=True, help_text="As the source calls it: October 2015."
    )
    read_on = models.DateField("read on", null=True, blank=True)
    withdrawn_on = models.DateField(
        "withdrawn on",
        null=True,
        blank=True,
        help_text="Old vacancies keep it; new ones are not offered it.",
    )
    replaced_by = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="replaces"
    )
    note = models.TextField("note", blank=True)

    objects: ClassVar[Any] = ProfileQuery.as_manager()

    class Meta:
        ordering = ["band_order", "title"]

    def __str__(self) -> str:
        return f"{self.title}, band {self.band}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the position of the band, as bands do not sort as text (8a after 7)."""
        self.band_order = BANDS.index(self.band)
        if names := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*names, "band_order"}
        super().save(*args, **kwargs)


class ProfileFactor(models.Model):
    """The range of one factor: its label as printed, such as “2-3ab”, and what it means."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="factors")
    factor = models.CharField(
        "factor", max_length=3, choices=[(f.code, f"{f.code} {f.name}") for f in scheme().factors]
    )
    label = models.CharField("level or range", max_length=40)
    lowest = models.PositiveSmallIntegerField(editable=False)
    highest = models.PositiveSmallIntegerField(editable=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "factor"],
                name="one_range_per_factor",
                violation_error_message="This profile already has a range for this factor.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.factor}: {self.label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the lowest and highest level of the label. Raises LabelError."""
        self._read_label()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.factor and self.label:
            try:
                self._read_label()
            except (LabelError, LevelError) as problem:
                raise ValidationError({"label": str(problem)}) from problem

    def _read_label(self) -> None:
        levels = scheme().factor(self.factor).number_of_levels
        levels_read = parse_label(self.label, levels)
        self.lowest, self.highest = levels_read.lowest, levels_read.highest


class FactorLevel(LoadedRow):
    """The points of one level of a factor. code: such as F1-4."""

    factor = models.CharField("factor", max_length=3)
    level = models.PositiveSmallIntegerField("level")
    points = models.PositiveSmallIntegerField("points")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["factor", "level"], name="one_row_per_level")
        ]

    def __str__(self) -> str:
        return f"{self.factor}, level {self.level}: {self.points} points"


class BandRange(LoadedRow):
    """The lowest and highest score of a band. code: such as band-8a."""

    band = models.CharField("band", max_length=2, unique=True, choices=[(b, b) for b in BANDS])
    min_score = models.PositiveSmallIntegerField("lowest score")
    max_score = models.PositiveSmallIntegerField("highest score")

    class Meta:
        ordering = ["min_score"]

    def __str__(self) -> str:
        return f"Band {self.band}: {self.min_score} to {self.max_score}"


class MatchingLimit(LoadedRow):
    """A limit of the matching rules. code: its name, such as max_varying_factors."""

    value = models.JSONField("value")
    doubt = models.TextField("doubt", blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.code}: {self.value}"
