"""Profiles with their 16 ranges on one page."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from vacancies.admin.loaded import LoadedAdmin
from vacancies.job_evaluation.loading import scheme
from vacancies.models import Profile, ProfileFactor


class FactorInline(admin.StackedInline):
    """The range of each factor, such as “2-3ab”."""

    model = ProfileFactor
    extra = 0
    max_num = len(scheme().factors)
    fields = [("factor", "label")]


@admin.register(Profile)
class ProfileAdmin(LoadedAdmin):
    """Type in the national profile; tick “confirmed” once read in the source."""

    list_display = ["title", "band", "status", "confirmed", "read_on"]
    list_filter = ["band", "status", "confirmed"]
    search_fields = ["title", "code"]
    ordering = ["band_order", "title"]
    inlines = [FactorInline]
    fields = [
        "title",
        "code",
        "band",
        "status",
        "for_proof",
        "source",
        "read_on",
        "confirmed",
        "note",
    ]
    prepopulated_fields = {"code": ["title"]}

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """The code names the profile in addresses, so it is only made from the title once."""
        return {} if obj else self.prepopulated_fields
