"""Revisions in the admin: to read, never to change."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from guidance.models import Revision


@admin.register(Revision)
class RevisionAdmin(admin.ModelAdmin):
    """The history, reached from a page's “History”."""

    list_display = ("title", "page", "created", "author", "note")
    list_select_related = ("page__live", "author")
    search_fields = ("title", "note")
    fields = ("page", "created", "author", "note", "title", "summary", "text", "based_on")
    readonly_fields = fields

    @admin.display(description="text")
    def text(self, revision: Revision) -> SafeString:
        return format_html('<div class="portal-revision">{}</div>', mark_safe(revision.body))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Revisions go with their page, and only with it."""
        deleting_page = request.resolver_match is not None and (
            request.resolver_match.url_name == "guidance_page_delete"
        )
        return deleting_page and super().has_delete_permission(request, obj)
