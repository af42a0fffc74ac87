"""An organisation lead adds the organisation's own steps to a page."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from guidance.forms.local_steps import LocalStepsForm
from guidance.models import LocalSteps, Page
from guidance.services.local_steps import history_of, keep_local_steps, remove_local_steps
from kls_portal.accounts.models import Membership, Organisation
from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post


@require_safe_or_post
@transaction.atomic
def local_steps_edit(request: UserRequest, organisation_id: int, page_id: int) -> HttpResponse:
    """Write or change the steps of one's own organisation on a page."""
    organisation = _led_organisation(request, organisation_id)
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    stored = LocalSteps.objects.filter(organisation=organisation, page=page).first()
    row = stored or LocalSteps(organisation=organisation, page=page)
    form = LocalStepsForm(request.POST if request.method == "POST" else None, instance=row)
    if request.method == "POST" and form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("text", "links")}
        keep_local_steps(organisation=organisation, page=page, by=request.user, **words)
        messages.success(request, f"You saved the steps of {organisation}.")
        return redirect(page)
    context = {
        "organisation": organisation,
        "page": page,
        "form": form,
        "is_there": stored is not None,
        "history": history_of(organisation, page),
    }
    return render(request, "guidance/local_steps_edit.html", context)


@require_safe_or_post
@transaction.atomic
def local_steps_remove(request: UserRequest, organisation_id: int, page_id: int) -> HttpResponse:
    """Ask, then take the steps of one's own organisation off a page."""
    organisation = _led_organisation(request, organisation_id)
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    if request.method == "POST":
        remove_local_steps(organisation=organisation, page=page, by=request.user)
        messages.success(request, f"You removed the steps of {organisation}.")
        return redirect(page)
    context = {"organisation": organisation, "page": page}
    return render(request, "guidance/local_steps_remove.html", context)


def _led_organisation(request: UserRequest, organisation_id: int) -> Organisation:
    """Return the organisation if this person leads it, locked while something is saved.

    Raises Http404 for somebody who is no member, PermissionDenied for another member.
    """
    found = Organisation.objects.filter(memberships__user=request.user)
    organisation = get_object_or_404(found, pk=organisation_id)
    lead = {"user": request.user, "role": Membership.Role.LEAD}
    if not organisation.memberships.filter(**lead).exists():
        raise PermissionDenied
    if request.method == "POST":
        return Organisation.objects.select_for_update().get(pk=organisation.pk)
    return organisation
