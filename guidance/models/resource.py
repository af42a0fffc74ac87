"""Resources outside the portal, and the pages that point to them."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models

from guidance.querysets import ResourceQuerySet

LOOKS_LIKE_AN_ADDRESS = RegexValidator(
    r"^(https?://)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?([/?#]\S*)?$",
    "Enter a web address, such as https://www.england.nhs.uk/page or www.england.nhs.uk.",
)


class ExternalResource(models.Model):
    """Something worth reading elsewhere. Its address is a link only once it is confirmed."""

    code = models.SlugField(
        "code",
        max_length=60,
        unique=True,
        help_text="A short name that pages refer to, such as “nhse-je”. It never changes.",
    )
    name = models.CharField("name", max_length=200)
    publisher = models.CharField("publisher", max_length=200)
    use = models.CharField("use", max_length=300, help_text="What a manager uses it for.")
    url = models.CharField(
        "address as seen", max_length=500, blank=True, validators=[LOOKS_LIKE_AN_ADDRESS]
    )
    where_seen = models.CharField("where it was seen", max_length=300, blank=True)
    read_on = models.DateField("read on", null=True, blank=True)
    confirmed = models.BooleanField(
        "address confirmed",
        default=False,
        help_text="Tick this once you have opened the address. Readers then see a link.",
    )
    note = models.TextField("note for editors", blank=True)
    loaded_state = models.CharField(max_length=64, blank=True, editable=False)

    objects = ResourceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "code"]
        verbose_name = "external resource"

    def __str__(self) -> str:
        return f"{self.name} ({self.publisher})"

    @property
    def address(self) -> str:
        """The https address to link to, or "" where it is missing or not confirmed."""
        return self.https if self.confirmed and self.url else ""

    @property
    def https(self) -> str:
        """The address as seen, with https whatever was typed; to be tried, not to link to."""
        without_scheme = self.url.removeprefix("https://").removeprefix("http://")
        return f"https://{without_scheme}"


class PageResource(models.Model):
    """A page points to a resource, in an order."""

    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="resource_links")
    resource = models.ForeignKey(ExternalResource, models.PROTECT, related_name="page_links")
    order = models.PositiveIntegerField("order", default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = "resource of the page"
        verbose_name_plural = "resources of the page"
        constraints = [
            models.UniqueConstraint(
                fields=["page", "resource"],
                name="a_resource_once_on_a_page",
                violation_error_message="This page already points to this resource.",
            )
        ]

    def __str__(self) -> str:
        return str(self.resource)
