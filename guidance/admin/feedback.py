"""What readers said about pages: read, and deleted where somebody wrote what must not stay."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from guidance.models import Feedback


@admin.register(Feedback)
class FeedbackAdmin(admin.ModelAdmin):
    """Answers to “Was this page useful?”. Nobody writes or changes them here."""

    list_display = ("page", "useful", "sentence", "given_on")
    list_filter = ("useful", "given_on", "page")
    list_select_related = ("page__live",)
    list_per_page = 100
    search_fields = ("sentence", "page__live__title", "page__path")
    fields = ("page", "useful", "sentence", "given_on")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Say no: readers answer on the page itself."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Feedback | None = None) -> bool:
        """Say no: what readers said stays as they said it."""
        return False
