"""External resources in the admin: opened, confirmed, put right."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from guidance.models import ExternalResource
from kls_portal.published import PublishedAdmin


@admin.register(ExternalResource)
class ExternalResourceAdmin(PublishedAdmin):
    """The register of everything elsewhere that pages point to."""

    list_display = ("name", "publisher", "confirmed", "read_on", "on_pages")
    list_filter = ("confirmed",)
    list_per_page = 100
    search_fields = ("name", "publisher", "url", "code")
    fields = (
        "name",
        "publisher",
        "use",
        "url",
        "confirmed",
        "read_on",
        "where_seen",
        "note",
        "code",
    )

    @admin.display(description="on pages", ordering="on_pages")
    def on_pages(self, resource: Any) -> int:
        return resource.on_pages

    def get_queryset(self, request: HttpRequest) -> QuerySet[ExternalResource]:
        return super().get_queryset(request).annotate(on_pages=Count("page_links"))

    def get_readonly_fields(
        self, request: HttpRequest, obj: ExternalResource | None = None
    ) -> tuple[str, ...]:
        return ("code",) if obj else ()

    def has_delete_permission(
        self, request: HttpRequest, obj: ExternalResource | None = None
    ) -> bool:
        """Resources that came with the portal stay: a deleted one would come back."""
        came_with_portal = obj is not None and obj.loaded_state != ""
        return not came_with_portal and super().has_delete_permission(request, obj)
