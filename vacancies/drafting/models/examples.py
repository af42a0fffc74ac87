"""Examples of job descriptions that organisations share, and the copies made of them."""

from django.db import models
from django.db.models import Q

from kls_portal.accounts.models import Organisation, account_key
from kls_portal.accounts.permissions import PermittedQuery
from vacancies.drafting.models.draft import DraftVersion
from vacancies.drafting.rules.draft import areas
from vacancies.profiles.models import BANDS


class ExampleQuery(PermittedQuery["Example"]):
    """Querysets of examples. Every member of an organisation may manage its examples."""

    opener = "offered_by"

    @staticmethod
    def shared_with(person: int) -> Q:
        """Return an empty condition: members share every example of their organisation."""
        return Q()

    def approved(self) -> "ExampleQuery":
        """Return the examples that every signed-in user may read and copy."""
        return self.filter(status=Example.Status.APPROVED)

    def shipped(self) -> "ExampleQuery":
        """Return the examples shipped with the portal, which anyone may read, by band."""
        return self.approved().exclude(code=None)


class Example(models.Model):
    """A frozen version offered to others, or a job description shipped with the portal.

    `content` is a separate copy, free of personal data. A shipped example has a `code` and no
    organisation; some also hold an advert and questions (`shipped_examples`).
    """

    class Status(models.TextChoices):
        OFFERED = "offered", "Offered"
        APPROVED = "approved", "Approved"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    code = models.SlugField("code", max_length=80, unique=True, null=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, related_name="examples"
    )
    version = models.ForeignKey(
        DraftVersion, models.SET_NULL, null=True, blank=True, related_name="examples"
    )
    title = models.CharField("job title", max_length=200, db_index=True)
    band = models.CharField("band", max_length=2, choices=[(band, band) for band in BANDS])
    area = models.CharField(
        "area of the PKSB",
        max_length=40,
        blank=True,
        choices=[*areas().items()],
    )
    content = models.JSONField()
    status = models.CharField("status", max_length=10, choices=Status, default=Status.OFFERED)
    offered_by = account_key("offered_examples")
    offered_at = models.DateTimeField(auto_now_add=True)
    decided_by = account_key(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField("reason", max_length=500, blank=True)

    objects = ExampleQuery.as_manager()

    class Meta:
        ordering = ["band", "title"]

    def __str__(self) -> str:
        return f"{self.title}, band {self.band}"

    @property
    def source(self) -> str:
        return str(self.organisation or "this portal")


class ExampleCopy(models.Model):
    """A record that a vacancy started as a copy of an example."""

    vacancy = models.OneToOneField("vacancies.Vacancy", models.CASCADE, related_name="example_copy")
    example = models.ForeignKey(Example, models.CASCADE, related_name="copies")

    class Meta:
        verbose_name_plural = "copies of examples"

    def __str__(self) -> str:
        return f"{self.vacancy} from {self.example}"
