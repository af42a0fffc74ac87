"""Query sets of claims, resources, links and networks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models.functions import Concat

from guidance.register.link_check.outcome import FINE
from guidance.texts.models import Page
from guidance.texts.rules.marks import ATTRIBUTE

if TYPE_CHECKING:
    from guidance.register.models import Claim, ExternalResource, LinkPlace, Network  # noqa: F401 (names of the querysets' own models)


class ResourceQuerySet(models.QuerySet["ExternalResource"]):
    def on_page(self, page: Page) -> ResourceQuerySet:
        resources = self.readable().filter(page_links__page=page)
        return resources.order_by("page_links__order", "page_links__pk")

    def readable(self) -> ResourceQuerySet:
        """Return the resources with a confirmed address, the only ones shown to readers."""
        return self.filter(confirmed=True).exclude(url="")


class NetworkQuerySet(models.QuerySet["Network"]):
    def with_an_address(self) -> NetworkQuerySet:
        """Return the listed networks that readers can be sent to."""
        return self.filter(is_listed=True, resource__confirmed=True).exclude(resource__url="")

    def listed(self) -> NetworkQuerySet:
        networks = self.with_an_address().select_related("resource")
        return networks.prefetch_related("topics")


class LinkPlaceQuerySet(models.QuerySet["LinkPlace"]):
    def broken(self) -> LinkPlaceQuerySet:
        """Return the broken links, longest broken first."""
        fine = ["", *(state.value for state in FINE)]
        return self.exclude(link__state__in=fine).order_by("link__since", "pk")


class ClaimQuerySet(models.QuerySet["Claim"]):
    def lapsed(self, today: date) -> ClaimQuerySet:
        """Return the claims due to be checked again by `today`, longest lapsed first."""
        return self.filter(review_by__lte=today).order_by("review_by", "code")

    def with_pages(self) -> ClaimQuerySet:
        """Annotate each claim with `pages`, the number of live pages that mark it."""
        code = Concat(models.Value(f'{ATTRIBUTE}="'), models.OuterRef("code"), models.Value('"'))
        pages = Page.objects.filter(live__body__contains=code).order_by()
        count = pages.annotate(n=models.Func("pk", function="COUNT")).values("n")
        return self.annotate(pages=models.Subquery(count, output_field=models.IntegerField()))
