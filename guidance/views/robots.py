"""What robots read: the sitemap, and what they leave out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guidance.models import Page, Update
from kls_portal.public import public

OTHER_ADDRESSES = (
    "/",
    "/vacancies/profiles/",
    "/vacancies/induction/",
    "/vacancies/retention/",
    "/updates/",
    "/networks/",
)


@public
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public address with the day it changed, for search engines."""
    pages = Page.objects.for_reading().order_by("path")
    context = {
        "root": request.build_absolute_uri("/")[:-1],
        "addresses": OTHER_ADDRESSES,
        "pages": pages,
        "updates": Update.objects.published().prefetch_related(None),
    }
    return render(request, "guidance/sitemap.xml", context, content_type="application/xml")


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines leave out, and where the sitemap is."""
    context = {"root": request.build_absolute_uri("/")[:-1]}
    return render(request, "guidance/robots.txt", context, content_type="text/plain")
