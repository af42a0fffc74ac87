"""Claims in the admin."""

from typing import cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join

from guidance.register.models import Claim
from guidance.register.querysets import ClaimQuerySet
from guidance.register.services import pages_by_claim
from kls_portal.in_words import plain_date
from kls_portal.published import (
    Choices,
    GuardedMixin,
    OneByOneMixin,
    PublishedAdmin,
    column,
    filter_by,
)

STATES: Choices = {
    "lapsed": ("Lapsed", lambda claims: claims.lapsed(timezone.localdate())),
    "unconfirmed": ("Never confirmed", lambda claims: claims.filter(confirmed_on=None)),
}


@admin.register(Claim)
class ClaimAdmin(OneByOneMixin, GuardedMixin, PublishedAdmin):
    list_display = ("words", "kind", "rests_on", "confirmed_on", "holds", "live_pages")
    list_filter = (filter_by("state", STATES), "kind")
    list_select_related = ("resource",)
    search_fields = ("code", "words", "source", "resource__name")
    readonly_fields = ("on_pages",)
    fixed = ("code",)
    live_pages = column("pages", "live pages")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        return cast(ClaimQuerySet, super().get_queryset(request)).with_pages()

    @admin.display(description="based on")
    def rests_on(self, claim: Claim) -> str:
        return "; ".join(filter(None, (str(claim.resource or ""), claim.source)))

    @admin.display(description="state", ordering="review_by")
    def holds(self, claim: Claim) -> str:
        if claim.review_by and claim.is_lapsed():
            return f"Lapsed on {plain_date(claim.review_by)}"
        until = f" until {plain_date(claim.review_by)}" if claim.review_by else ""
        return f"Up to date{until}"

    @admin.display(description="on pages")
    def on_pages(self, claim: Claim) -> str:
        pages = pages_by_claim().get(claim.code, ())
        links = (
            (reverse("admin:guidance_page_change", args=[page.pk]), str(page)) for page in pages
        )
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "None"

    def stays(self, row: Claim) -> bool:
        return super().stays(row) or row.code in pages_by_claim()
