"""A main duty of the post."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from vacancies.drafting.groups import by_group
from vacancies.drafting.pksb import areas

LONGEST_DUTY = 1_000
LONGEST_GROUP = 100


class Duty(models.Model):
    """One duty, in order. `key` is made with the form, so that sending it twice adds it once."""

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="duties")
    text = models.CharField("duty", max_length=LONGEST_DUTY)
    group = models.CharField("group", max_length=LONGEST_GROUP, blank=True)
    share = models.PositiveSmallIntegerField(
        "share of time",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text="Per cent of the working time, about.",
    )
    area = models.CharField(
        "area of the PKSB",
        max_length=40,
        blank=True,
        choices=[(area.slug, area.name) for area in areas()],
    )
    place = models.PositiveIntegerField(editable=False)
    key = models.UUIDField(unique=True, editable=False)

    class Meta:
        ordering = ["place", "id"]
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return self.text

    @property
    def number(self) -> int:
        """Its place among the duties as pages show them, group after group, from 1."""
        groups = by_group(self.vacancy.duties.all())
        return [duty for group in groups for duty in group.rows].index(self) + 1
