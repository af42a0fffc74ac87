"""Rows that are changed on the form of a page, and choices without side doors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from guidance.register.models import PageResource

if TYPE_CHECKING:
    from django.contrib.admin.options import BaseModelAdmin as AdminPart
else:
    AdminPart = object


class WithoutSideDoors(AdminPart):
    """Leaves out the buttons that add, change or delete what a list of choices offers."""

    def formfield_for_dbfield(self, *args: Any, **kwargs: Any) -> Any:
        """Return the form field of a model field, without such buttons."""
        field = super().formfield_for_dbfield(*args, **kwargs)
        for door in ("add", "change", "delete", "view"):
            if field is not None and hasattr(field.widget, f"can_{door}_related"):
                setattr(field.widget, f"can_{door}_related", False)
        return field


class PageResourceInline(WithoutSideDoors, admin.StackedInline):
    """The resources that the page points to. Stacked: each control keeps its label."""

    model = PageResource
    fields = (("resource", "order"),)
    extra = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet[PageResource]:
        """Return the links with their resources, in one query."""
        return super().get_queryset(request).select_related("resource")
