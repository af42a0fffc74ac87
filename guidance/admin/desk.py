"""The page of the admin that lists what needs doing: `/admin/guidance/page/desk/`."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone

from guidance.admin.record import RecordAdmin
from guidance.services.desk import desk


class DeskMixin(RecordAdmin):
    """The desk, for whoever may change pages."""

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the admin of pages, with the desk before them."""
        view = self.admin_site.admin_view(self.desk_view)
        return [path("desk/", view, name="guidance_desk"), *super().get_urls()]

    def desk_view(self, request: HttpRequest) -> HttpResponse:
        """Show every section of the desk."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Editorial desk",
            "sections": desk(timezone.localdate()),
        }
        return render(request, "admin/guidance/desk.html", context)
