"""Limits of an advert: corrected here, never added or taken away."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from kls_portal.reference.admin import LoadedAdmin
from vacancies.drafting.models import AdvertLimit


@admin.register(AdvertLimit)
class AdvertLimitAdmin(LoadedAdmin):
    """How long each box of the NHS Jobs form and each ready text may be."""

    actions = None
    list_display = ["name", "fewest", "most", "unit", "confirmed"]
    fields = ["code", "name", "unit", "fewest", "most", "source", "confirmed"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The pages show the boxes they show."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The pages show the boxes they show."""
        return False
