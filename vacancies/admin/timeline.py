"""Admin of the steps of the timeline."""

from django.contrib import admin
from django.http import HttpRequest

from vacancies.admin.loaded import LoadedAdmin
from vacancies.models import TimelineStep


@admin.register(TimelineStep)
class TimelineStepAdmin(LoadedAdmin):
    """The steps and the days between them. The portal knows which step hangs on which."""

    list_display = ("name", "who", "days", "unit", "confirmed")
    list_filter = ("confirmed",)
    readonly_fields = ("place",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds a step: no date would hang on it."""
        return False
