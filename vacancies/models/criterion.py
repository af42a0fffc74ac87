"""A line of the person specification."""

from django.db import models

from vacancies.models.duty import Duty

LONGEST_CRITERION = 500


class Criterion(models.Model):
    """One criterion: its category, whether it is essential, how it is assessed, why it is asked."""

    class Category(models.TextChoices):
        QUALIFICATIONS = "qualifications", "Qualifications and training"
        EXPERIENCE = "experience", "Experience"
        KNOWLEDGE = "knowledge", "Knowledge"
        SKILLS = "skills", "Skills"
        VALUES = "values", "Values and behaviour"
        OTHER = "other", "Other needs of the job"

    class Method(models.TextChoices):
        APPLICATION = "application", "Application form"
        INTERVIEW = "interview", "Interview"
        TASK = "task", "Assessment task"
        PRESENTATION = "presentation", "Presentation"
        CERTIFICATE = "certificate", "Certificate or reference"

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="criteria")
    category = models.CharField("category", max_length=20, choices=Category)
    essential = models.BooleanField("essential", default=True)
    text = models.CharField("criterion", max_length=LONGEST_CRITERION)
    assessed_by = models.JSONField("how assessed", default=list, blank=True)
    duties = models.ManyToManyField(Duty, related_name="criteria", blank=True)
    place = models.PositiveIntegerField(editable=False)
    key = models.UUIDField(unique=True, editable=False)

    class Meta:
        ordering = ["place", "id"]
        verbose_name_plural = "criteria"

    def __str__(self) -> str:
        return self.text

    @property
    def number(self) -> int:
        """Its place among the criteria as pages show them, the essential ones first, from 1."""
        rows = sorted(self.vacancy.criteria.all(), key=lambda row: not row.essential)
        return rows.index(self) + 1

    @property
    def methods(self) -> list[str]:
        """Return the words for how it is assessed, in the order of the choices."""
        return [method.label for method in self.Method if method.value in self.assessed_by]
