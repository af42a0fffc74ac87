"""Admin of the channels to advertise in."""

from django.contrib import admin
from django.db.models import URLField

from vacancies.admin.loaded import LoadedAdmin
from vacancies.models import AdvertChannel


@admin.register(AdvertChannel)
class AdvertChannelAdmin(LoadedAdmin):
    """The channels; a change shows in every plan that chose one."""

    list_display = (
        "name",
        "beyond_nhs",
        "cost",
        "cost_confirmed",
        "lead_days",
        "lead_confirmed",
        "confirmed",
        "in_use",
    )
    list_filter = ("beyond_nhs", "paid", "confirmed", "in_use")
    search_fields = ("name", "audience", "code")
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (None, {"fields": ["name", "code", "audience", "beyond_nhs", "bands", "in_use", "place"]}),
        ("Cost", {"fields": ["cost", "paid", "cost_confirmed"]}),
        (
            "Planning it",
            {"fields": ["lead_days", "lead_confirmed", "prepare", "ready_text", "tip"]},
        ),
        ("Where it is", {"fields": ["address", "required"]}),
        ("Where it comes from", {"fields": ["source", "confirmed"]}),
    )
