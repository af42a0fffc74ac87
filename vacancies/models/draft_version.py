"""A draft as it was agreed once."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.timezone import localdate


class DraftVersion(models.Model):
    """A frozen version. `content`: the draft and the panel's sheet (drafting.freezing)."""

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField("version")
    title = models.CharField("job title", max_length=200)
    content = models.JSONField()
    agreed_with = models.CharField(
        "agreed with", max_length=200, blank=True, help_text="Job titles, not names."
    )
    agreed_on = models.DateField("agreed on", null=True, blank=True)
    note = models.CharField("note", max_length=500, blank=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="frozen_versions"
    )
    frozen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "number"], name="one_version_per_number")
        ]

    def __str__(self) -> str:
        return f"Version {self.number} of {self.title}"

    @property
    def day(self) -> date:
        """The day it was agreed, or else frozen."""
        return self.agreed_on or localdate(self.frozen_at)
