"""The register of peers: find, offer, change, withdraw, and write through the portal."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.forms.peer import (
    FindPeersForm,
    NewPeerOfferForm,
    PeerMessageForm,
    PeerOfferForm,
)
from vacancies.models import PeerOffer
from vacancies.services.peers import (
    PeerError,
    find_offers,
    make_offer,
    pass_on,
    renew_offer,
    withdraw_offer,
)
from vacancies.views.fetch import posted
from vacancies.views.saving import one_at_a_time

PER_PAGE = 20


def for_members(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a view to members of an organisation; tell everybody else what to do."""

    @wraps(view)
    def inner(request: UserRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.memberships.exists():
            return render(request, "vacancies/peers_members_only.html", status=403)
        return view(request, *args, **kwargs)

    return inner


@require_safe
@for_members
def peer_list(request: UserRequest) -> HttpResponse:
    """Show what other services offer, filtered by the address, and the own offers."""
    form = FindPeersForm(request.GET)
    form.is_valid()
    wanted = {name: form.cleaned_data.get(name, "") for name in ("kind", "region", "topic")}
    own = PeerOffer.objects.of_organisations_of(request.user).select_related("organisation")
    others = find_offers(**wanted).exclude(pk__in=own.values("pk"))
    context = {
        "form": form,
        "filtered": any(wanted.values()),
        "page": Paginator(others, PER_PAGE).get_page(request.GET.get("page")),
        "own": own,
        "shown": set(own.shown(localdate()).values_list("pk", flat=True)),
    }
    return render(request, "vacancies/peer_list.html", context)


@require_safe_or_post
@for_members
def peer_create(request: UserRequest) -> HttpResponse:
    """Offer something to other services. Sent twice, it is offered once."""
    form = NewPeerOfferForm(posted(request), person=request.user)
    if request.method == "POST" and form.is_valid():
        make_offer(person=request.user, **form.answers())
        messages.success(request, "Other services can see your offer now.")
        return redirect("vacancies:peer_list")
    return render(request, "vacancies/peer_create.html", {"form": form})


@require_safe_or_post
@for_members
@one_at_a_time
def peer_edit(request: UserRequest, offer_id: int) -> HttpResponse:
    """Change an offer of the own organisation, and show it for another 12 months."""
    offer = _own_or_404(request, offer_id)
    form = PeerOfferForm(posted(request), instance=offer)
    if request.method == "POST" and form.is_valid():
        form.save()
        renew_offer(offer=offer, person=request.user)
        messages.success(request, "You saved the offer. It is shown for 12 months.")
        return redirect("vacancies:peer_list")
    return render(request, "vacancies/peer_edit.html", {"offer": offer, "form": form})


@require_safe_or_post
@for_members
@one_at_a_time
def peer_withdraw(request: UserRequest, offer_id: int) -> HttpResponse:
    """Take an offer of the own organisation out of the register, once confirmed."""
    offer = _own_or_404(request, offer_id)
    if request.method == "POST":
        withdraw_offer(offer=offer)
        messages.success(request, "You withdrew the offer.")
        return redirect("vacancies:peer_list")
    return render(request, "vacancies/peer_withdraw.html", {"offer": offer})


@require_safe_or_post
@for_members
def peer_contact(request: UserRequest, offer_id: int) -> HttpResponse:
    """Pass a message on to whoever made an offer of another service."""
    own = PeerOffer.objects.of_organisations_of(request.user)
    shown = find_offers().select_related("made_by").exclude(pk__in=own.values("pk"))
    offer = get_object_or_404(shown, pk=offer_id)
    form = PeerMessageForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            pass_on(offer=offer, person=request.user, **form.cleaned_data)
        except PeerError as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "We passed your message on. We keep no copy.")
            return redirect("vacancies:peer_list")
    return render(request, "vacancies/peer_contact.html", {"offer": offer, "form": form})


def _own_or_404(request: UserRequest, offer_id: int) -> PeerOffer:
    own = PeerOffer.objects.of_organisations_of(request.user)
    if request.method == "POST":
        own = own.select_for_update()
    return get_object_or_404(own, pk=offer_id)
