"""Texts that an organisation uses in every job description."""

from django.db import models

from kls_portal.accounts.models import Organisation


class OrganisationText(models.Model):
    """One reusable text, such as values and mission."""

    class Kind(models.TextChoices):
        ABOUT = "about_organisation", "About the organisation"
        FLEXIBLE = "flexible_working", "Flexible working"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="texts")
    kind = models.CharField("kind", max_length=20, choices=Kind)
    text = models.TextField("text", max_length=5_000)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["organisation", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind"], name="one_text_per_kind")
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_kind_display()}"
