"""The pages that readers see: home, a page of guidance, search, and what robots read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from guidance.models import Page
from guidance.search import answer
from guidance.section import Entry
from guidance.services.showing import live_entries, page_context
from kls_portal.public import public, public_page

SECTIONS = ("recruiting", "retaining", "induction")
OTHER_ADDRESSES = ("/", "/vacancies/profiles/", "/vacancies/induction/")


@public_page
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the portal does, and the doors into it."""
    return render(request, "guidance/home.html", {"sections": _sections()})


@public_page
@require_safe
def page_detail(request: HttpRequest, path: str) -> HttpResponse:
    """One page of guidance, with its place in the section. An old address leads to the new."""
    page = Page.objects.for_reading().filter(path=path).first()
    if page is None:
        return _moved(path)
    context = page_context(page, page.live)
    return render(request, "guidance/page_detail.html", context)


def _moved(path: str) -> HttpResponse:
    """Send the reader on from an old address for good. Raises Http404 where there is none."""
    page = Page.objects.live().filter(old_addresses__path=path).first()
    if page is None:
        raise Http404
    return redirect(page, permanent=True)


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Pages that answer a question, or help where there are none."""
    asked = request.GET.get("q", "").strip()
    context = {"asked": asked, "answer": answer(asked) if asked else None}
    if not (context["answer"] and context["answer"].results):
        context["sections"] = _sections()
    return render(request, "guidance/search.html", context)


@public
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public address with the day it changed, for search engines."""
    pages = Page.objects.for_reading().order_by("path")
    context = {
        "root": request.build_absolute_uri("/")[:-1],
        "addresses": OTHER_ADDRESSES,
        "pages": pages,
    }
    return render(request, "guidance/sitemap.xml", context, content_type="application/xml")


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines leave out, and where the sitemap is."""
    context = {"root": request.build_absolute_uri("/")[:-1]}
    return render(request, "guidance/robots.txt", context, content_type="text/plain")


def _sections() -> list[Entry]:
    return live_entries(Page.objects.filter(path__in=SECTIONS).order_by("order"))
