"""What the pages about one page of guidance share: finding it, and who may work on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from guidance.models import Page, Revision


class RecordAdmin(admin.ModelAdmin):
    """An admin of pages with addresses of its own.

    `own_addresses` gives (route behind the page's number, name, method, whether it is only posted).
    """

    def own_addresses(self) -> list[tuple[str, str, Callable[..., HttpResponse], bool]]:
        """Return the addresses that a mixin adds to those of the others."""
        return []

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the admin of pages, with the own ones before them."""
        own = [
            path(
                f"<int:page_id>/{route}",
                self.admin_site.admin_view(require_POST(view) if posted else view),
                name=f"guidance_page_{name}",
            )
            for route, name, view, posted in self.own_addresses()
        ]
        return [*own, *super().get_urls()]

    def page_to_change(self, request: HttpRequest, page_id: int, lock: bool = False) -> Page:
        """Return a page that this editor may change; `lock` it until the request ends.

        Raises Http404 where there is none, PermissionDenied for who may not change it.
        """
        if lock:
            list(Page.objects.select_for_update().filter(pk=page_id))
        page = Page.objects.with_words().filter(pk=page_id).first()
        if page is None:
            raise Http404
        if not self.has_change_permission(request, page):
            raise PermissionDenied
        return page

    def revision_of(self, page: Page, key: Any) -> Revision:
        """Return a revision of this page by its number. Raises Http404 where there is none."""
        found = page.revisions.select_related("author", "page__live", "page__draft")
        revision = found.filter(pk=key).first() if str(key).isdecimal() else None
        if revision is None:
            raise Http404
        return revision

    def back_to(self, page: Page, where: str = "change") -> HttpResponse:
        """Go to the form of a page, or to another of its pages in the admin."""
        return redirect(f"admin:guidance_page_{where}", page.pk)

    def frame(self, request: HttpRequest, page: Page, title: str) -> dict[str, Any]:
        """Return what every page of the admin about a page of guidance shows around it."""
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "original": page,
        }
