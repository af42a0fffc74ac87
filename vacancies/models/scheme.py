"""Points, bands and limits of the scheme, as editors correct them."""

from django.db import models

from vacancies.models.loaded import LoadedRow
from vacancies.models.profile import BANDS


class FactorLevel(LoadedRow):
    """The points of one level of a factor. `code` is such as F1-4."""

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
    """The lowest and highest score of a band. `code` is such as band-8a."""

    band = models.CharField("band", max_length=2, unique=True, choices=[(b, b) for b in BANDS])
    min_score = models.PositiveSmallIntegerField("lowest score")
    max_score = models.PositiveSmallIntegerField("highest score")

    class Meta:
        ordering = ["min_score"]

    def __str__(self) -> str:
        return f"Band {self.band}: {self.min_score} to {self.max_score}"


class MatchingLimit(LoadedRow):
    """A limit of the matching rules. `code` is its name, such as max_varying_factors."""

    value = models.JSONField("value")
    doubt = models.TextField("doubt", blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.code}: {self.value}"
