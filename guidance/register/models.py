"""Claims, resources, links and networks."""

from hashlib import sha256

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone

from guidance.register.link_check.outcome import FINE, State
from guidance.register.querysets import (
    ClaimQuerySet,
    LinkPlaceQuerySet,
    NetworkQuerySet,
    ResourceQuerySet,
)
from guidance.texts.models import Tag
from kls_portal.reference.dated import STRENGTHS
from kls_portal.reference.models import ShippedRow


class Claim(ShippedRow):
    """A claim made by texts, which mark it with the code of this row.

    The marked words belong to the revision. The source is kept here, so that it can be confirmed
    again without changing the text.
    """

    kind = models.CharField("kind", max_length=20, choices=list(STRENGTHS.items()))
    words = models.CharField(
        "what is claimed", max_length=300, help_text="In one short sentence. Readers see it."
    )
    resource = models.ForeignKey(
        "guidance.ExternalResource",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        help_text="The source, where it is in the register of resources.",
    )
    source = models.CharField(
        "source in words",
        max_length=300,
        blank=True,
        help_text="Where in the resource, or the source itself if it is not in the register.",
    )
    confirmed_on = models.DateField(
        "last confirmed",
        null=True,
        blank=True,
        help_text="The day someone last read it in its source. Leave it empty if nobody has yet.",
    )
    review_by = models.DateField(
        "check again by",
        null=True,
        blank=True,
        db_index=True,
        help_text="From this day it has lapsed. Leave it empty if it does not lapse.",
    )
    note = models.TextField("note for editors", blank=True)
    code = models.SlugField(
        "code",
        max_length=60,
        unique=True,
        help_text="A short name that texts refer to, such as “right-to-ask”. It never changes.",
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words}"

    def clean(self) -> None:
        if not self.resource_id and not self.source.strip():
            raise ValidationError({"source": "Choose a resource, or name the source in words."})
        if self.confirmed_on and self.confirmed_on > timezone.localdate():
            raise ValidationError({"confirmed_on": "The day cannot be after today."})
        if self.confirmed_on and self.review_by and self.review_by <= self.confirmed_on:
            raise ValidationError({"review_by": "It must be after the day it was confirmed."})

    @property
    def resource_code(self) -> str:
        """The code of the resource, or "", as in the shipped content."""
        return self.resource.code if self.resource else ""

    @resource_code.setter
    def resource_code(self, code: str) -> None:
        self.resource = ExternalResource.objects.filter(code=code).first()

    def is_lapsed(self) -> bool:
        return self.review_by is not None and self.review_by <= timezone.localdate()


LOOKS_LIKE_AN_ADDRESS = RegexValidator(
    r"^(https?://)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?([/?#]\S*)?$",
    "Enter a web address, such as https://www.england.nhs.uk/page or www.england.nhs.uk.",
)


class ExternalResource(ShippedRow):
    """An external resource. Its address becomes a link once it is confirmed."""

    name = models.CharField("name", max_length=200)
    publisher = models.CharField("publisher", max_length=200)
    use = models.CharField("use", max_length=300, help_text="What a manager uses it for.")
    url = models.CharField(
        "address as seen", max_length=500, blank=True, validators=[LOOKS_LIKE_AN_ADDRESS]
    )
    confirmed = models.BooleanField(
        "address confirmed",
        default=False,
        help_text="Tick this once you have opened the address. Readers then see a link.",
    )
    read_on = models.DateField("read on", null=True, blank=True)
    where_seen = models.CharField("where it was seen", max_length=300, blank=True)
    note = models.TextField("note for editors", blank=True)
    code = models.SlugField(
        "code",
        max_length=60,
        unique=True,
        help_text="A short name that pages refer to, such as “nhse-je”. It never changes.",
    )
    pages = models.ManyToManyField(
        "guidance.Page", through="guidance.PageResource", related_name="resources"
    )

    objects = ResourceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "code"]
        verbose_name = "external resource"

    def __str__(self) -> str:
        return f"{self.name} ({self.publisher})"

    @property
    def address(self) -> str:
        """The https address to link to, or "" if it is missing or not confirmed."""
        return self.https if self.confirmed and self.url else ""

    @property
    def https(self) -> str:
        """The address as seen, always with https. It is for checking, not for linking."""
        without_scheme = self.url.removeprefix("https://").removeprefix("http://")
        return f"https://{without_scheme}"


class PageResource(models.Model):
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


class LinkCheck(models.Model):
    """One external address, and the outcome of the last try.

    `since` is the time of the first try with this state; `failures` counts the failed tries in a
    row.
    """

    key = models.CharField(max_length=64, unique=True, editable=False)
    address = models.TextField("address")
    state = models.CharField(
        "state",
        max_length=20,
        blank=True,
        db_index=True,
        choices=[(state.value, state.words) for state in State],
    )
    code = models.PositiveSmallIntegerField("HTTP status", null=True, blank=True)
    ends_at = models.TextField("where it leads", blank=True)
    checked_at = models.DateTimeField("tried", null=True, blank=True, db_index=True)
    since = models.DateTimeField("since", null=True, blank=True)
    failures = models.PositiveIntegerField("failed tries in a row", default=0)

    class Meta:
        ordering = ["address"]
        verbose_name = "checked address"
        verbose_name_plural = "checked addresses"

    def __str__(self) -> str:
        return self.address

    @property
    def is_fine(self) -> bool:
        """Whether the address is not known to be broken. An address not tried yet is fine."""
        return not self.state or self.state in FINE

    @staticmethod
    def key_of(address: str) -> str:
        return sha256(address.encode("utf-8", "replace")).hexdigest()


class LinkPlace(models.Model):
    """A place of an address: in the text of a live page, or in the register of resources.

    A resource used by several pages has a row for each.
    """

    link = models.ForeignKey(LinkCheck, models.CASCADE, related_name="places")
    page = models.ForeignKey(
        "guidance.Page", models.CASCADE, null=True, blank=True, related_name="link_places"
    )
    resource = models.ForeignKey(
        "guidance.ExternalResource",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="link_places",
    )
    text = models.CharField("words of the link", max_length=200)

    objects = LinkPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["page__path", "text", "pk"]
        verbose_name = "link to other sites"
        verbose_name_plural = "links to other sites"

    def __str__(self) -> str:
        return self.text

    @property
    def corrected_at(self) -> str:
        """The address of the admin form that corrects it, the resource's or the page's."""
        if self.resource_id:
            return reverse("admin:guidance_externalresource_change", args=[self.resource_id])
        return reverse("admin:guidance_page_change", args=[self.page_id])


class Network(ShippedRow):
    """How to join a network or email list in the register of resources.

    Its name, publisher and address, and when that was read and confirmed, are in the register only.
    """

    class Kind(models.TextChoices):
        LIST = "list", "Email list"
        GROUP = "group", "Network or group"

    resource = models.OneToOneField(
        ExternalResource,
        models.PROTECT,
        related_name="network",
        help_text="Add it to the external resources first.",
    )
    kind = models.CharField("kind", max_length=10, choices=Kind)
    region = models.CharField("region", max_length=60, help_text="Such as “England” or “UK”.")
    topics = models.ManyToManyField(Tag, blank=True, related_name="networks")
    what_for = models.CharField("what it is for", max_length=300)
    who_may_join = models.CharField("who may join", max_length=300)
    how_to_join = models.CharField("how to join", max_length=300)
    confirmed = models.BooleanField(
        "facts confirmed",
        default=False,
        help_text="Tick this once you know that it is active and these facts are right.",
    )
    is_listed = models.BooleanField("in the directory", default=True)

    objects = NetworkQuerySet.as_manager()

    class Meta:
        ordering = ["resource__name"]
        verbose_name = "network or email list"
        verbose_name_plural = "networks and email lists"

    def __str__(self) -> str:
        return self.resource.name
