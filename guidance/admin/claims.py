"""Claims in the admin: their kind and source, what has lapsed, and where they stand."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html_join

from guidance.admin.fields import DateInput
from guidance.models import Claim
from guidance.querysets import ClaimQuerySet
from guidance.services.claims import pages_by_claim
from kls_portal.published import PublishedAdmin

DAY = "j F Y"


class HoldsFilter(admin.SimpleListFilter):
    """Claims by whether they still hold."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("lapsed", "Lapsed"), ("unconfirmed", "Never confirmed")]

    def queryset(self, request: HttpRequest, queryset: ClaimQuerySet) -> ClaimQuerySet:
        if self.value() == "lapsed":
            return queryset.lapsed(timezone.localdate())
        return queryset.unconfirmed() if self.value() == "unconfirmed" else queryset


@admin.register(Claim)
class ClaimAdmin(PublishedAdmin):
    """The register of claims. A text marks its words with the code of one."""

    list_display = ("words", "kind", "rests_on", "confirmed_on", "holds", "live_pages")
    list_filter = (HoldsFilter, "kind")
    list_select_related = ("resource",)
    list_per_page = 100
    search_fields = ("code", "words", "source", "resource__name")
    fields = (
        "kind",
        "words",
        "resource",
        "source",
        "confirmed_on",
        "review_by",
        "note",
        "code",
        "on_pages",
    )

    def get_form(self, request: HttpRequest, obj: Claim | None = None, **kwargs: Any) -> Any:
        """Return the form, with the browser's own date fields."""
        kwargs["widgets"] = {"confirmed_on": DateInput(), "review_by": DateInput()}
        return super().get_form(request, obj, **kwargs)

    def get_readonly_fields(
        self, request: HttpRequest, obj: Claim | None = None
    ) -> tuple[str, ...]:
        return ("code", "on_pages") if obj else ("on_pages",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        """Return the claims, each with the number of live pages that mark it."""
        return cast(ClaimQuerySet, super().get_queryset(request)).with_pages()

    @admin.display(description="live pages", ordering="pages")
    def live_pages(self, claim: Any) -> int:
        """Return on how many live pages it is marked."""
        return claim.pages

    @admin.display(description="rests on")
    def rests_on(self, claim: Claim) -> str:
        """Return the source: the resource, the words, or both."""
        return "; ".join(filter(None, (str(claim.resource or ""), claim.source)))

    @admin.display(description="state", ordering="review_by")
    def holds(self, claim: Claim) -> str:
        """Return whether it holds, and until when."""
        if claim.review_by and claim.is_lapsed():
            return f"Lapsed on {date_format(claim.review_by, DAY)}"
        return f"Holds until {date_format(claim.review_by, DAY)}" if claim.review_by else "Holds"

    @admin.display(description="on pages")
    def on_pages(self, claim: Claim) -> str:
        """Return links to the pages whose texts mark it."""
        pages = pages_by_claim().get(claim.code, ())
        links = (
            (reverse("admin:guidance_page_change", args=[page.pk]), str(page)) for page in pages
        )
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "None"

    def has_delete_permission(self, request: HttpRequest, obj: Claim | None = None) -> bool:
        """Say no for what came with the portal, and for what a text marks."""
        stays = obj is not None and (obj.loaded_state or obj.code in pages_by_claim())
        return not stays and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Return the actions of the list, without deleting many at once."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions
