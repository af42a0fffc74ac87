"""“Was this page useful?”, asked of everybody. No cookie is set and nobody is known."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from guidance.forms.feedback import FeedbackForm
from guidance.models import Page
from guidance.services.feedback import keep_answer, may_answer
from kls_portal.http_methods import require_safe_or_post
from kls_portal.limits import network_of
from kls_portal.public import public, public_page

OWN_PAGES = frozenset({"same-origin", "none"})


@public
@csrf_exempt  # it knows nobody and public pages are stored, so there is neither cookie nor token
@require_safe_or_post
def feedback_create(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take an answer about a page, or show the form again with what is not right."""
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    if request.method != "POST":
        return _form(request, page, FeedbackForm())
    _refuse_other_sites(request)
    network = network_of(request)
    if not may_answer(page, network=network):
        return render(request, "guidance/feedback_flood.html", {"page": page}, status=429)
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _form(request, page, form)
    if not form.is_robots:
        answer = form.cleaned_data
        useful = answer["useful"] == "yes"
        keep_answer(page, useful=useful, sentence=answer["sentence"], network=network)
    return redirect("guidance:feedback_thanks", page.pk)


@public_page
@require_safe
def feedback_thanks(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say thank you, and lead back to the page."""
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    return render(request, "guidance/feedback_thanks.html", {"page": page})


def _form(request: HttpRequest, page: Page, form: FeedbackForm) -> HttpResponse:
    response = render(request, "guidance/feedback_create.html", {"page": page, "form": form})
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _refuse_other_sites(request: HttpRequest) -> None:
    """Raise PermissionDenied for a form that another website sent in a reader's name."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in OWN_PAGES:
        raise PermissionDenied
