"""Admin of the steps of the timeline."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from vacancies.admin.loaded import BoxesField, LoadedAdmin
from vacancies.admin.stage import ROUTES
from vacancies.models import TimelineStep


class TimelineStepForm(forms.ModelForm):
    """A step, with boxes for the contracts that have no need of it."""

    not_routes = BoxesField(ROUTES, label="Not for these contracts")


@admin.register(TimelineStep)
class TimelineStepAdmin(LoadedAdmin):
    """The steps and the days between them. The portal knows which step hangs on which."""

    form = TimelineStepForm
    list_display = ("name", "who", "days", "unit", "confirmed")
    list_filter = ("confirmed",)
    readonly_fields = ("place",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds a step: no date would hang on it."""
        return False
