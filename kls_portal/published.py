"""Admin of what public pages show."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from kls_portal.operation.site_version import invalidate_public_cache


class OneByOneMixin(admin.ModelAdmin):
    """Rows that are deleted one at a time: each may have a reason to stay."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Return the actions of the list, without deleting many at once."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions


class PublishedAdmin(admin.ModelAdmin):
    """Every change lets the stored public pages lapse, so that readers see it at once."""

    def save_related(self, *args: Any, **kwargs: Any) -> None:
        """Store what belongs to the row, then let the pages lapse."""
        super().save_related(*args, **kwargs)
        transaction.on_commit(invalidate_public_cache)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        """Delete one row, then let the pages lapse."""
        super().delete_model(request, obj)
        transaction.on_commit(invalidate_public_cache)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Model]) -> None:
        """Delete several rows, then let the pages lapse."""
        super().delete_queryset(request, queryset)
        transaction.on_commit(invalidate_public_cache)
