"""The examples library: job descriptions that organisations share."""

from django.conf import settings
from django.db import models

from kls_portal.accounts.models import Organisation
from vacancies.drafting.pksb import areas
from vacancies.models.draft_version import DraftVersion
from vacancies.models.profile import BANDS


class ExampleQuery(models.QuerySet["Example"]):
    """The words for sets of examples."""

    def approved(self) -> "ExampleQuery":
        """Those that everybody signed in may read and copy."""
        return self.filter(status=Example.Status.APPROVED)


class Example(models.Model):
    """A frozen version offered to others. `content` is its own copy, free of personal data."""

    class Status(models.TextChoices):
        OFFERED = "offered", "Offered"
        APPROVED = "approved", "Approved"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="examples")
    version = models.ForeignKey(
        DraftVersion, models.SET_NULL, null=True, blank=True, related_name="examples"
    )
    title = models.CharField("job title", max_length=200, db_index=True)
    band = models.CharField("band", max_length=2, choices=[(band, band) for band in BANDS])
    area = models.CharField(
        "area of the PKSB",
        max_length=40,
        blank=True,
        choices=[(area.slug, area.name) for area in areas()],
    )
    content = models.JSONField()
    status = models.CharField("status", max_length=10, choices=Status, default=Status.OFFERED)
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="offered_examples"
    )
    offered_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField("reason", max_length=500, blank=True)

    objects = ExampleQuery.as_manager()

    class Meta:
        ordering = ["band", "title"]

    def __str__(self) -> str:
        return f"{self.title}, band {self.band}"
