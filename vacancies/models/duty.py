"""A main duty of the post."""

from django.db import models

LONGEST_DUTY = 1_000


class Duty(models.Model):
    """One duty, in order. `key` is made with the form, so that sending it twice adds it once."""

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="duties")
    text = models.CharField("duty", max_length=LONGEST_DUTY)
    place = models.PositiveIntegerField(editable=False)
    key = models.UUIDField(unique=True, editable=False)

    class Meta:
        ordering = ["place", "id"]
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return self.text
