"""The directory of networks and email lists in the admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from guidance.admin.inlines import WithoutSideDoors
from guidance.models import Network
from kls_portal.published import PublishedAdmin


@admin.register(Network)
class NetworkAdmin(WithoutSideDoors, PublishedAdmin):
    """What people join. Names and addresses stand in the register of external resources."""

    list_display = ("resource", "kind", "region", "confirmed", "is_listed")
    list_filter = ("kind", "region", "confirmed", "is_listed", "topics")
    search_fields = ("resource__name", "what_for")
    fields = (
        "resource",
        "kind",
        "region",
        "topics",
        "what_for",
        "who_may_join",
        "how_to_join",
        "confirmed",
        "is_listed",
    )

    def formfield_for_manytomany(self, *args: Any, **kwargs: Any) -> Any:
        """Return the topics as boxes to tick, which the keyboard reaches one by one."""
        kwargs["widget"] = forms.CheckboxSelectMultiple()
        return super().formfield_for_manytomany(*args, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Network]:
        """Return the networks with their names, in one query."""
        return super().get_queryset(request).select_related("resource")

    def get_readonly_fields(
        self, request: HttpRequest, obj: Network | None = None
    ) -> tuple[str, ...]:
        """Keep the resource of a network: another resource is another network."""
        return ("resource",) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Network | None = None) -> bool:
        """Say no for what came with the portal: a deleted one would come back. Untick it."""
        shipped = obj is not None and obj.loaded_state != ""
        return not shipped and super().has_delete_permission(request, obj)
