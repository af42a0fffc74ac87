"""Readers’ feedback, local steps of organisations, and approval of a revision by a secret link."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt

from guidance.pages.forms import APPROVES, TRAP, ApprovalForm, FeedbackForm, LocalStepsForm
from guidance.pages.models import ApprovalLink, LocalSteps
from guidance.pages.services.approvals import answer
from guidance.pages.services.feedback import keep_answer, may_answer
from guidance.pages.services.local_steps import history_of, keep_local_steps, remove_local_steps
from guidance.pages.services.showing import drawn_page
from guidance.texts.models import Page
from kls_portal.accounts.models import Organisation
from kls_portal.accounts.permissions import UserRequest, led_organisation_or_404
from kls_portal.answers import Answer, answered, answered_to_visitor, page, require_safe_or_post
from kls_portal.limits import network_of
from kls_portal.public import public, public_page
from kls_portal.secret_addresses import secret

OWN_PAGES = frozenset({"same-origin", "none"})


@public
@csrf_exempt  # anonymous, and public pages are cached, so there is neither cookie nor token
@cache_control(private=True, no_store=True)
@require_safe_or_post
def feedback_create(request: HttpRequest, page_id: int) -> Answer:
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    if request.method != "POST":
        return {"page": page, "form": FeedbackForm()}
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in OWN_PAGES:
        raise PermissionDenied
    network, form = network_of(request), FeedbackForm(request.POST)
    if not may_answer(page, network=network):
        return render(request, "guidance/pages/feedback_flood.html", {"page": page}, status=429)
    if not form.is_valid():
        return {"page": page, "form": form}
    if not request.POST.get(TRAP):  # which robots alone fill in
        answer = form.cleaned_data
        useful = answer["useful"] == "yes"
        keep_answer(page, useful=useful, sentence=answer["sentence"], network=network)
    return redirect("guidance:feedback_thanks", page.pk)


@public_page
@page
def feedback_thanks(request: HttpRequest, page_id: int) -> Answer:
    return {"page": get_object_or_404(Page.objects.for_reading(), pk=page_id)}


@require_safe_or_post
@transaction.atomic
def local_steps_edit(request: UserRequest, organisation_id: int, page_id: int) -> Answer:
    organisation = _led_organisation(request, organisation_id)
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    stored = LocalSteps.objects.filter(organisation=organisation, page=page).first()
    row = stored or LocalSteps(organisation=organisation, page=page)
    form = LocalStepsForm(request.POST if request.method == "POST" else None, instance=row)
    if request.method == "POST" and form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("text", "links")}
        keep_local_steps(organisation=organisation, page=page, by=request.user, **words)
        return answered(request, f"You saved the steps of {organisation}.", page)
    return {
        "organisation": organisation,
        "page": page,
        "form": form,
        "is_there": stored is not None,
        "history": history_of(organisation, page),
    }


@require_safe_or_post
@transaction.atomic
def local_steps_remove(request: UserRequest, organisation_id: int, page_id: int) -> Answer:
    organisation = _led_organisation(request, organisation_id)
    page = get_object_or_404(Page.objects.for_reading(), pk=page_id)
    if request.method == "POST":
        remove_local_steps(organisation=organisation, page=page, by=request.user)
        return answered(request, f"You removed the steps of {organisation}.", page)
    return {"organisation": organisation, "page": page}


def _led_organisation(request: UserRequest, organisation_id: int) -> Organisation:
    """Return the organisation if the user leads it, locked on POST.

    Raises Http404 for a user who is not a member, and PermissionDenied for any other member.
    """
    organisation = led_organisation_or_404(request, organisation_id)
    if request.method == "POST":
        return Organisation.objects.select_for_update().get(pk=organisation.pk)
    return organisation


SENT = "You sent your answer."


# The token authorises posting, and without it no form can be forged. Under “no-referrer”, browsers
# do not send the origin that Django's check needs.
@csrf_exempt
@public
@secret
@require_safe_or_post
def approval(request: HttpRequest, token: str) -> Answer:
    """Show the revision of a link, and take an answer. All invalid links get the same page."""
    link = ApprovalLink.objects.select_related("revision__page__live").open_by(token)
    if link is None:
        return render(request, "guidance/pages/approval_closed.html", status=404)
    posted = request.method == "POST"
    form = ApprovalForm(request.POST) if posted else ApprovalForm()
    if posted and form.is_valid() and _answered(link, form):
        return answered_to_visitor(request.path, "answers")
    page, revision = link.revision.page, link.revision
    return {
        **drawn_page(page, revision),
        "page": page,
        "revision": revision,
        "link": link,
        "form": form,
        "answers": link.answers.all(),
        "is_live": page.live_id == revision.pk,
        "is_newest": page.draft_id == revision.pk,
        "answer": {"row": "answers", "words": SENT if "pressed" in request.GET else ""},
    }


def _answered(link: ApprovalLink, form: ApprovalForm) -> bool:
    given = form.cleaned_data
    try:
        answer(
            link,
            key=given["key"],
            is_approval=given["verdict"] == APPROVES,
            comment=given["comment"],
            said_by=given["said_by"],
        )
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
