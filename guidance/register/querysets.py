"""The vocabulary in which views and services ask for claims, resources, links and networks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models.functions import Concat

from guidance.register.link_check.outcome import FINE
from guidance.texts.models import Page
from guidance.texts.rules.claim_marks import ATTRIBUTE

if TYPE_CHECKING:
    from guidance.register.models import Claim, ExternalResource, LinkPlace, Network  # noqa: F401 (names of the querysets' own models)


class ResourceQuerySet(models.QuerySet["ExternalResource"]):
    """Resources, by what is asked of them."""

    def on_page(self, page: Page) -> ResourceQuerySet:
        """Resources that `page` points to and that can be opened, in the page's order."""
        found = self.readable().filter(page_links__page=page)
        return found.order_by("page_links__order", "page_links__pk")

    def readable(self) -> ResourceQuerySet:
        """Resources with a confirmed address; readers are shown no others."""
        return self.filter(confirmed=True).exclude(url="")


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
        code = Concat(models.Value(f'{ATTRIBUTE}="'), models.OuterRef("code"), models.Value('"'))
        pages = Page.objects.filter(live__body__contains=code).order_by()
        count = pages.annotate(n=models.Func("pk", function="COUNT")).values("n")
        return self.annotate(pages=models.Subquery(count, output_field=models.IntegerField()))
