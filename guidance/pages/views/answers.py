"""Readers' feedback on a page, and the local steps of their organisations."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from guidance.pages.forms import FeedbackForm, LocalStepsForm
from guidance.pages.models import LocalSteps
from guidance.pages.services.feedback import keep_answer, may_answer
from guidance.pages.services.local_steps import history_of, keep_local_steps, remove_local_steps
from guidance.texts.models import Page
from kls_portal.accounts.models import Organisation
from kls_portal.accounts.permissions import Action, organisation_or_404
from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.http_methods import require_safe_or_post
from kls_portal.limits import network_of
from kls_portal.public import public, public_page

OWN_PAGES = frozenset({"same-origin", "none"})


@public
@csrf_exempt  # anonymous, and public pages are cached, so there is neither cookie nor token
@require_safe_or_post
def feedback_create(request: HttpRequest, page_id: int) -> HttpResponse:
    """Store feedback on a page, or show the form with its errors."""
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    if request.method != "POST":
        return _form(request, page, FeedbackForm())
    _refuse_other_sites(request)
    network = network_of(request)
    if not may_answer(page, network=network):
        return render(request, "guidance/pages/feedback_flood.html", {"page": page}, status=429)
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
    """Thank the reader, and link back to the page."""
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    return render(request, "guidance/pages/feedback_thanks.html", {"page": page})


def _form(request: HttpRequest, page: Page, form: FeedbackForm) -> HttpResponse:
    response = render(request, "guidance/pages/feedback_create.html", {"page": page, "form": form})
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _refuse_other_sites(request: HttpRequest) -> None:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in OWN_PAGES:
        raise PermissionDenied


@require_safe_or_post
@transaction.atomic
def local_steps_edit(request: UserRequest, organisation_id: int, page_id: int) -> HttpResponse:
    """Add or change the user's organisation's steps on a page."""
    organisation = _led_organisation(request, organisation_id)
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    stored = LocalSteps.objects.filter(organisation=organisation, page=page).first()
    row = stored or LocalSteps(organisation=organisation, page=page)
    form = LocalStepsForm(request.POST if request.method == "POST" else None, instance=row)
    if request.method == "POST" and form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("text", "links")}
        keep_local_steps(organisation=organisation, page=page, by=request.user, **words)
        return answered(request, f"You saved the steps of {organisation}.", page)
    context = {
        "organisation": organisation,
        "page": page,
        "form": form,
        "is_there": stored is not None,
        "history": history_of(organisation, page),
    }
    return render(request, "guidance/pages/local_steps_edit.html", context)


@require_safe_or_post
@transaction.atomic
def local_steps_remove(request: UserRequest, organisation_id: int, page_id: int) -> HttpResponse:
    """Remove the user's organisation's steps from a page, after confirmation."""
    organisation = _led_organisation(request, organisation_id)
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    if request.method == "POST":
        remove_local_steps(organisation=organisation, page=page, by=request.user)
        return answered(request, f"You removed the steps of {organisation}.", page)
    context = {"organisation": organisation, "page": page}
    return render(request, "guidance/pages/local_steps_remove.html", context)


def _led_organisation(request: UserRequest, organisation_id: int) -> Organisation:
    """Return the organisation if the user leads it, locked on POST.

    Raises Http404 for a user who is not a member, and PermissionDenied for any other member.
    """
    organisation = organisation_or_404(request, organisation_id, Action.LEAD)
    if request.method == "POST":
        return Organisation.objects.select_for_update().get(pk=organisation.pk)
    return organisation
