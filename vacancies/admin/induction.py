"""The national induction template."""

from typing import Any

from django import forms
from django.contrib import admin

from vacancies.admin.loaded import LoadedAdmin, TraitsField
from vacancies.models import InductionGroup, InductionTask


@admin.register(InductionGroup)
class InductionGroupAdmin(LoadedAdmin):
    """Stretches of time, in the order of the checklist."""

    list_display = ["name", "place"]
    fields = ["name", "code", "place"]


class InductionTaskForm(forms.ModelForm):
    """A task, with boxes for the traits it is for."""

    only_for = TraitsField(label="Only for starters with one of these", help_text="None: for all.")
    not_for = TraitsField(label="Not for starters with one of these")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "minutes" in self.fields:
            self.fields["minutes"].required = False

    def clean_minutes(self) -> int:
        """Return the length of the appointment; nothing typed is no appointment."""
        return self.cleaned_data["minutes"] or 0


@admin.register(InductionTask)
class InductionTaskAdmin(LoadedAdmin):
    """Tasks; a change shows in every checklist made from then on, and in tasks of open plans."""

    form = InductionTaskForm
    list_display = ["text", "group", "owner", "due", "confirmed", "in_use"]
    list_filter = ["group", "owner", "confirmed", "in_use", "only_managers"]
    search_fields = ["text", "code"]
    list_select_related = ["group"]
    fieldsets = [
        (None, {"fields": ["text", "code", "group", "owner", "due", "minutes", "in_use"]}),
        (
            "Who it is for",
            {"fields": ["bands", "only_managers", "only_teams", "only_for", "not_for"]},
        ),
        ("People who work alone", {"fields": ["solo_text", "solo_owner"]}),
        ("Where it comes from", {"fields": ["source", "confirmed"]}),
    ]
