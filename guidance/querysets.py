"""The vocabulary in which views and services ask for pages and resources."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models.functions import Concat
from django.utils import timezone

from guidance.claim_marks import ATTRIBUTE
from guidance.link_check.outcome import FINE

if TYPE_CHECKING:
    from guidance.models import (  # noqa: F401 (names of the querysets' own models)
        Claim,
        ExternalResource,
        Feedback,
        LinkPlace,
        Network,
        Page,
        Update,
    )


class PageQuerySet(models.QuerySet["Page"]):
    """Pages, by what is asked of them."""

    def live(self) -> PageQuerySet:
        """Pages that readers can see."""
        return self.filter(live__isnull=False)

    def for_reading(self) -> PageQuerySet:
        """Live pages with their words, in one query."""
        return self.live().select_related("live")

    def roots(self) -> PageQuerySet:
        """Pages that stand under no other, in reading order."""
        return self.filter(parent__isnull=True).order_by("order", "path")

    def beneath(self, path: str) -> PageQuerySet:
        """Every page whose address starts with `path` and a slash."""
        return self.filter(path__startswith=f"{path}/")

    def in_section(self, path: str) -> PageQuerySet:
        """The top page of the section that `path` lies in, and every page beneath it."""
        top = path.split("/", 1)[0]
        return self.filter(models.Q(path=top) | models.Q(path__startswith=f"{top}/"))

    def overdue(self, today: date) -> PageQuerySet:
        """Pages whose review should have happened before `today`."""
        return self.filter(next_review__lt=today)

    def due(self, by: date) -> PageQuerySet:
        """Pages on the site whose review is due by that day, the longest due first."""
        return self.live().filter(next_review__lte=by).order_by("next_review", "path")

    def with_words(self) -> PageQuerySet:
        """Pages with their live text and their draft, in one query."""
        return self.select_related("live", "draft")

    def to_publish(self, now: datetime) -> PageQuerySet:
        """Pages whose draft was to be published by that moment, the earliest first."""
        return self.filter(draft__publish_at__lte=now).order_by("draft__publish_at", "path")

    def to_withdraw(self, now: datetime) -> PageQuerySet:
        """Pages that were to be taken off the site by that moment."""
        return self.live().filter(unpublish_at__lte=now).order_by("unpublish_at", "path")


class ResourceQuerySet(models.QuerySet["ExternalResource"]):
    """Resources, by what is asked of them."""

    def on_page(self, page: Page) -> ResourceQuerySet:
        """Resources that `page` points to, in the page's order."""
        return self.filter(page_links__page=page).order_by("page_links__order", "page_links__pk")


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    """Answers of readers, by what is asked of them."""

    def by_page(self, since: date) -> models.QuerySet[Feedback, dict[str, int]]:
        """Pages that somebody called not useful since that day: rows of `page`, `no` and `given`.

        The page that most readers were unhappy with comes first.
        """
        no = models.Count("pk", filter=models.Q(useful=False))
        counted = self.filter(given_on__gte=since).values("page").order_by()
        return counted.annotate(no=no, given=models.Count("pk")).filter(no__gt=0).order_by("-no")


class UpdateQuerySet(models.QuerySet["Update"]):
    """Updates, by what is asked of them."""

    def published(self) -> UpdateQuerySet:
        """Updates that readers see today, newest first, with their tags in one more query.

        One that is dated in the future appears on its day by itself.
        """
        on_the_site = self.filter(is_published=True, published_on__lte=timezone.localdate())
        return on_the_site.prefetch_related("tags")


class NetworkQuerySet(models.QuerySet["Network"]):
    """Networks and email lists, by what is asked of them."""

    def listed(self) -> NetworkQuerySet:
        """Those that readers see, with name and address, and topics in one more query."""
        found = self.filter(is_listed=True).select_related("resource")
        return found.prefetch_related("topics")


class LinkPlaceQuerySet(models.QuerySet["LinkPlace"]):
    """Places of links, by how the addresses fare."""

    def broken(self) -> LinkPlaceQuerySet:
        """Links that lead readers nowhere, the longest broken first."""
        fine = ["", *(state.value for state in FINE)]
        return self.exclude(link__state__in=fine).order_by("link__since", "pk")

    def moved(self) -> LinkPlaceQuerySet:
        """Links that work, and whose address should be written anew."""
        return self.filter(link__state="moved")


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Claims, by whether they hold."""

    def lapsed(self, today: date) -> ClaimQuerySet:
        """Claims that should have been checked again by `today`, the longest lapsed first."""
        return self.filter(review_by__lte=today).order_by("review_by", "code")

    def unconfirmed(self) -> ClaimQuerySet:
        """Claims that nobody has read in their source yet."""
        return self.filter(confirmed_on=None)

    def with_pages(self) -> ClaimQuerySet:
        """Give each claim `pages`: on how many live pages it is marked."""
        from guidance.models import Page

        code = Concat(models.Value(f'{ATTRIBUTE}="'), models.OuterRef("code"), models.Value('"'))
        pages = Page.objects.filter(live__body__contains=code).order_by()
        count = pages.annotate(n=models.Func("pk", function="COUNT")).values("n")
        return self.annotate(pages=models.Subquery(count, output_field=models.IntegerField()))
