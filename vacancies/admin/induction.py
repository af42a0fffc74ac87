"""The national induction template."""

from django.contrib import admin

from vacancies.admin.loaded import LoadedAdmin
from vacancies.models import InductionGroup, InductionTask


@admin.register(InductionGroup)
class InductionGroupAdmin(LoadedAdmin):
    """Stretches of time, in the order of the checklist."""

    list_display = ["name", "place"]
    fields = ["name", "code", "place"]


@admin.register(InductionTask)
class InductionTaskAdmin(LoadedAdmin):
    """Tasks; a change shows in every checklist made from then on."""

    list_display = ["text", "group", "owner", "due", "confirmed", "in_use"]
    list_filter = ["group", "owner", "confirmed", "in_use", "only_managers"]
    search_fields = ["text", "code"]
    list_select_related = ["group"]
    fieldsets = [
        (None, {"fields": ["text", "code", "group", "owner", "due", "in_use"]}),
        ("Who it is for", {"fields": ["bands", "only_managers", "only_teams"]}),
        ("People who work alone", {"fields": ["solo_text", "solo_owner"]}),
        ("Where it comes from", {"fields": ["source", "confirmed"]}),
    ]
