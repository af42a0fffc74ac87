"""Pages with their revisions, indexed texts and old addresses, and tags."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NotRequired, TypedDict

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from kls_portal.accounts.models import account_key
from kls_portal.reference.models import ShippedRow


def written(moment: datetime) -> str:
    """Return a time as editors read it, in the site's time zone: “4 January 2027, 09:30”."""
    return date_format(timezone.localtime(moment), "j F Y, H:i")


class PageQuerySet(models.QuerySet["Page"]):
    def live(self) -> PageQuerySet:
        return self.filter(live__isnull=False)

    def for_reading(self) -> PageQuerySet:
        return self.live().select_related("live")

    def beneath(self, path: str) -> PageQuerySet:
        return self.filter(path__startswith=f"{path}/")

    def in_section(self, *paths: str) -> PageQuerySet:
        """Return the top pages of the sections of `paths`, and all pages beneath them."""
        condition = models.Q()
        for top in {path.split("/", 1)[0] for path in paths}:
            condition |= models.Q(path=top) | models.Q(path__startswith=f"{top}/")
        return self.filter(condition)

    def due(self, by: date) -> PageQuerySet:
        """Return the live pages whose review is due by that day, longest due first."""
        return self.live().filter(next_review__lte=by).order_by("next_review", "path")

    def due_soon(self, today: date) -> PageQuerySet:
        """Return the live pages whose review is due within GUIDANCE_DUE_SOON_DAYS."""
        soon = today + timedelta(days=settings.GUIDANCE_DUE_SOON_DAYS)
        return self.due(soon).filter(next_review__gte=today)

    def with_words(self) -> PageQuerySet:
        return self.select_related("live", "draft")

    def to_publish(self, now: datetime) -> PageQuerySet:
        """Return the pages whose draft is to be published by `now`, earliest first."""
        return self.filter(draft__publish_at__lte=now).order_by("draft__publish_at", "path")

    def to_withdraw(self, now: datetime) -> PageQuerySet:
        """Return the live pages to be taken off the site by `now`, earliest first."""
        return self.live().filter(unpublish_at__lte=now).order_by("unpublish_at", "path")


class Tag(models.Model):
    """A topic to filter by. Its slug is used in addresses."""

    name = models.CharField("name", max_length=40, unique=True)
    slug = models.SlugField("in addresses", max_length=40, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PageText(models.Model):
    """The indexed text of a live page, written only by `guidance.search.index`.

    Its indexes are made in migration 0002 and depend on the database: a full-text table on SQLite,
    a tsvector column on PostgreSQL.
    """

    page = models.OneToOneField(
        "guidance.Page", models.CASCADE, primary_key=True, related_name="text"
    )
    title = models.TextField()
    summary = models.TextField()
    headings = models.TextField()
    body = models.TextField()
    lapses_on = models.DateField(
        null=True, db_index=True, help_text="The day on which a fact in it changes."
    )

    class Meta:
        verbose_name = "text of a page"
        verbose_name_plural = "texts of pages"

    def __str__(self) -> str:
        return self.title


class Words(TypedDict):
    """The content of a revision, as opposed to its history."""

    title: str
    summary: str
    body: str
    based_on: NotRequired[str]


class Revision(models.Model):
    """One saved text of a page. Its words never change, so that the revisions form the history.

    Other fields record when it is to be published (`publish_at`), and when and by whom it was
    (`published_at`, `published_by`).
    """

    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="revisions")
    title = models.CharField("title", max_length=120)
    summary = models.CharField("summary", max_length=300)
    body = models.TextField("text", blank=True, help_text="Sanitised HTML.")
    based_on = models.TextField("based on", blank=True)
    author = account_key("guidance_revisions", blank=True)
    note = models.CharField("note", max_length=200, blank=True)
    created = models.DateTimeField("saved", default=timezone.now, editable=False)
    is_major = models.BooleanField(
        "major change", default=False, help_text="Readers are told, and it counts as a review."
    )
    change_note = models.CharField(
        "what readers are told", max_length=300, blank=True, help_text="Public."
    )
    publish_at = models.DateTimeField("to be published at", null=True, blank=True, db_index=True)
    published_at = models.DateTimeField(
        "published",
        null=True,
        blank=True,
        editable=False,
        db_index=True,
        help_text="When readers first saw it. It is empty for a text that was never published.",
    )
    published_by = account_key(blank=True, editable=False)

    class Meta:
        ordering = ["-created", "-pk"]

    def __str__(self) -> str:
        return f"{self.title} ({written(self.created)})"

    def words(self) -> Words:
        return Words(title=self.title, summary=self.summary, body=self.body, based_on=self.based_on)


class Page(ShippedRow):
    """One page of the guidance. Its text is in its revisions, of which readers see only `live`."""

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="beneath",
        help_text="The page that this one belongs under. Leave empty for a page of its own.",
    )
    slug = models.SlugField(
        "last part of the address",
        max_length=80,
        help_text="Small letters, digits and hyphens, such as “writing-a-job-description”.",
    )
    path = models.CharField("address", max_length=255, unique=True, editable=False)
    order = models.PositiveIntegerField(
        "order", default=0, help_text="Pages beneath the same page are read from low to high."
    )
    group = models.CharField(
        "group",
        max_length=60,
        blank=True,
        help_text="A heading over this page and its neighbours with the same words. May be empty.",
    )
    live = models.ForeignKey(
        Revision,
        models.RESTRICT,
        null=True,
        editable=False,
        related_name="+",
        help_text="What readers see. It is empty if the page is not on the site.",
    )
    draft = models.ForeignKey(
        Revision,
        models.RESTRICT,
        null=True,
        editable=False,
        related_name="+",
        help_text="What editors are working on. It is empty if there is no draft.",
    )
    search_words = models.TextField(
        "words it is searched by",
        max_length=5000,
        blank=True,
        help_text="What else people call it, with commas between, such as “wfh, home working”.",
    )
    unpublish_at = models.DateTimeField(
        "take off the site at", null=True, blank=True, db_index=True
    )
    owner = account_key("guidance_pages", blank=True, help_text="Who keeps this page true.")
    deputy = account_key(
        "deputised_guidance_pages",
        blank=True,
        help_text="Who keeps it true when the owner does not.",
    )
    review_months = models.PositiveSmallIntegerField(
        "months between reviews",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="Leave empty for the usual time.",
    )
    last_reviewed = models.DateField("page last reviewed")
    next_review = models.DateField("next review due", db_index=True)
    loaded_from = models.CharField(max_length=255, unique=True, null=True, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        newest = self.live or self.draft
        return newest.title if newest else f"/{self.path}/"

    def get_absolute_url(self) -> str:
        return reverse("guidance:page_detail", kwargs={"path": self.path})

    @property
    def shown(self) -> Revision:
        """The live revision. Raises ValueError if the page is not on the site."""
        if self.live is None:
            raise ValueError(f"The page {self.path} is not on the site.")
        return self.live

    def is_overdue(self, today: date | None = None) -> bool:
        """Whether the next review was due before `today` (default: the current date)."""
        return self.next_review < (today or timezone.localdate())


WORDS = ("title", "summary", "body", "based_on")


class OldAddress(models.Model):
    """A former path of a page, which redirects to its current address.

    A path is never both a page's and an old address.
    """

    path = models.CharField("address", max_length=255, unique=True)
    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="old_addresses")

    class Meta:
        ordering = ["path"]
        verbose_name = "old address"
        verbose_name_plural = "old addresses"

    def __str__(self) -> str:
        return f"/{self.path}/"
