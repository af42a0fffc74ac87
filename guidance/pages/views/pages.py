"""The home page, the pages of the guidance, the sitemap and robots.txt."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from guidance.news.models import Update
from guidance.pages.forms import FeedbackForm
from guidance.pages.services.local_steps import boxes_for
from guidance.pages.services.showing import drawn_page
from guidance.texts.models import Page
from guidance.texts.sections import sections
from kls_portal import own_work
from kls_portal.answers import Answer, page
from kls_portal.public import cached_until_publish, person_of, public, public_page
from kls_portal.tools import FIRST_TOOLS, TOOLS

NEWEST = 3


@public_page
@page
def home(request: HttpRequest) -> Answer:
    person = person_of(request)
    return {
        "tools": FIRST_TOOLS,
        "sections": sections(),
        "updates": Update.objects.published()[:NEWEST],
        "panels": own_work.panels_for(person) if person else [],
    }


@public_page
@require_safe
def page_detail(request: HttpRequest, path: str) -> HttpResponse:
    """Show one page of guidance, with its place in the section. Old addresses redirect."""
    drawn = cached_until_publish(f"page {path}", partial(_drawn, path))
    if drawn is None:
        return _moved(path)
    context = {**drawn}
    if person := person_of(request):
        context["local_boxes"] = boxes_for(person, drawn["id"])
        context["own"] = own_work.dates_for(person) if context["way"] else None
    response = render(request, "guidance/pages/page_detail.html", context)
    if context.get("local_boxes"):
        response.headers["Cache-Control"] = "private, no-store"
    return response


def _drawn(path: str) -> dict[str, Any] | None:
    page = Page.objects.for_reading().filter(path=path).first()
    return drawn_page(page, page.shown, FeedbackForm()) if page else None


def _moved(path: str) -> HttpResponse:
    """Redirect permanently from an old address. Raises Http404 if there is none."""
    page = Page.objects.live().filter(old_addresses__path=path).first()
    if page is None:
        raise Http404
    return redirect(page, permanent=True)


OPEN_TOOLS = tuple(one.address for one in TOOLS if not (one.needs_account or "#" in one.address))
OTHER_ADDRESSES = ("/", "/tools/", *OPEN_TOOLS, "/updates/", "/networks/")


@public
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Return every public address with the date it changed, for search engines."""
    pages = Page.objects.for_reading().order_by("path")
    context = {
        "root": request.build_absolute_uri("/")[:-1],
        "addresses": OTHER_ADDRESSES,
        "pages": pages,
        "updates": Update.objects.published().prefetch_related(None),
    }
    return render(request, "guidance/pages/sitemap.xml", context, content_type="application/xml")


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    context = {"root": request.build_absolute_uri("/")[:-1]}
    return render(request, "guidance/pages/robots.txt", context, content_type="text/plain")
