"""The pages that readers see: home, and a page of guidance."""

from __future__ import annotations

from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from guidance.forms.feedback import FeedbackForm
from guidance.models import Page, Revision, Update
from guidance.services import page_context
from guidance.services.local_steps import boxes_for
from guidance.views.sections import sections
from kls_portal.accounts.models import User
from kls_portal.public import has_session, public_page

NEWEST = 3


@public_page
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the portal does, the doors into it, and what is new."""
    context = {"sections": sections(), "updates": Update.objects.published()[:NEWEST]}
    return render(request, "guidance/home.html", context)


@public_page
@require_safe
def page_detail(request: HttpRequest, path: str) -> HttpResponse:
    """One page of guidance, with its place in the section. An old address leads to the new."""
    page = Page.objects.for_reading().filter(path=path).first()
    if page is None:
        return _moved(path)
    context = reading_context(page, page.shown)
    boxes = boxes_for(cast(User, request.user), page) if _is_signed_in(request) else []
    response = render(request, "guidance/page_detail.html", context | {"local_boxes": boxes})
    if boxes:
        response.headers["Cache-Control"] = "private, no-store"
    return response


def _is_signed_in(request: HttpRequest) -> bool:
    """Whether somebody is signed in; the session is opened only where there is its cookie.

    `public_page` stores no answer to a request with that cookie.
    """
    return has_session(request) and request.user.is_authenticated


def reading_context(page: Page, revision: Revision) -> dict[str, Any]:
    """Return all that a page shows to readers, for its live text or for one that is previewed."""
    return page_context(page, revision) | {"feedback_form": FeedbackForm()}


def _moved(path: str) -> HttpResponse:
    """Send the reader on from an old address for good. Raises Http404 where there is none."""
    page = Page.objects.live().filter(old_addresses__path=path).first()
    if page is None:
        raise Http404
    return redirect(page, permanent=True)
