"""The pages that readers see: home, and a page of guidance."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from guidance.forms.feedback import FeedbackForm
from guidance.models import Page, Revision
from guidance.services import page_context
from guidance.views.sections import sections
from kls_portal.public import public_page


@public_page
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the portal does, and the doors into it."""
    return render(request, "guidance/home.html", {"sections": sections()})


@public_page
@require_safe
def page_detail(request: HttpRequest, path: str) -> HttpResponse:
    """One page of guidance, with its place in the section. An old address leads to the new."""
    page = Page.objects.for_reading().filter(path=path).first()
    if page is None:
        return _moved(path)
    return render(request, "guidance/page_detail.html", reading_context(page, page.live))


def reading_context(page: Page, revision: Revision) -> dict[str, Any]:
    """Return all that a page shows to readers, for its live text or for one that is previewed."""
    return page_context(page, revision) | {"feedback_form": FeedbackForm()}


def _moved(path: str) -> HttpResponse:
    """Send the reader on from an old address for good. Raises Http404 where there is none."""
    page = Page.objects.live().filter(old_addresses__path=path).first()
    if page is None:
        raise Http404
    return redirect(page, permanent=True)
