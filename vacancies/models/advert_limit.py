"""How long the boxes of an advert may be, as editors correct it."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from vacancies.drafting.advert_limits import UNITS
from vacancies.models.loaded import LoadedRow

LARGEST = 100_000


class AdvertLimit(LoadedRow):
    """The limit of one box or ready text. `code` is such as nhs-jobs-title."""

    name = models.CharField("name", max_length=100)
    unit = models.CharField("counted in", max_length=10, choices=[(u, u) for u in UNITS])
    fewest = models.PositiveIntegerField("at least", validators=[MaxValueValidator(LARGEST)])
    most = models.PositiveIntegerField(
        "at most", validators=[MinValueValidator(1), MaxValueValidator(LARGEST)]
    )

    class Meta:
        ordering = ["id"]
        verbose_name = "limit of an advert"
        verbose_name_plural = "limits of an advert"

    def __str__(self) -> str:
        return f"{self.name}: {self.fewest:,} to {self.most:,} {self.unit}"

    def clean(self) -> None:
        """A limit leaves room for something."""
        if self.fewest is not None and self.most is not None and self.fewest > self.most:
            raise ValidationError({"most": "This must not be less than “at least”."})
