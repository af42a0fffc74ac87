"""The tasks of the checklists for advertising, selection and appointment."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from vacancies.admin.loaded import BoxesField, LoadedAdmin
from vacancies.checklists.traits import ALONE, BY_SLUG, MANAGES
from vacancies.models import StageTask, Vacancy

ROUTES = Vacancy.Contract.choices
TRAITS = [(slug, BY_SLUG[slug].name) for slug in (MANAGES, ALONE)]
"""What a vacancy says about its post; other traits belong to whoever starts."""


class StageTaskForm(forms.ModelForm):
    """A task, with boxes for the contracts and the posts it is for."""

    routes = BoxesField(ROUTES, label="Only for these contracts", help_text="None: for all.")
    not_routes = BoxesField(ROUTES, label="Not for these contracts")
    only_for = BoxesField(
        TRAITS, label="Only for posts with one of these", help_text="None: for all."
    )
    not_for = BoxesField(TRAITS, label="Not for posts with one of these")


@admin.register(StageTask)
class StageTaskAdmin(LoadedAdmin):
    """Tasks; a change shows in every checklist at once, but for tasks that are done.

    None is deleted: a task out of use stays with the vacancies that wrote something about it.
    """

    form = StageTaskForm
    list_display = ["text", "stage", "owner", "anchor", "due", "confirmed", "in_use"]
    list_filter = ["stage", "owner", "anchor", "confirmed", "in_use"]
    search_fields = ["text", "code"]
    fieldsets = [
        (None, {"fields": ["text", "code", "stage", "owner", "anchor", "due", "place", "in_use"]}),
        ("The page that explains it", {"fields": ["page", "page_name"]}),
        (
            "Which posts it is for",
            {"fields": ["bands", "routes", "not_routes", "only_for", "not_for"]},
        ),
        ("Where it comes from", {"fields": ["source", "confirmed"]}),
    ]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """No: it is taken out of use instead."""
        return False
