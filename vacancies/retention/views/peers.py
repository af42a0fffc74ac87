"""Peer offers, and meeting themes with their votes."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from kls_portal.accounts.permissions import Action, UserRequest, thing_or_404
from kls_portal.answers import Answer, answered, page, require_safe_or_post
from kls_portal.in_words import plain_date
from vacancies.posts.requests import atomic_on_post, for_members, posted, refusal_in
from vacancies.retention.forms import peers as forms
from vacancies.retention.models import MeetingTheme, PeerOffer
from vacancies.retention.services import peers

PER_PAGE = 20


@page
@for_members
def peer_list(request: UserRequest) -> Answer:
    form = forms.FindPeersForm(request.GET)
    form.is_valid()
    asked = {name: form.cleaned_data.get(name, "") for name in ("kind", "region", "topic")}
    own = PeerOffer.objects.visible_to(request.user).select_related("organisation")
    own = own.with_rights(request.user)
    others = peers.find_offers(**asked).exclude(pk__in=own.values("pk"))
    return {
        "form": form,
        "filtered": any(asked.values()),
        "page": Paginator(others, PER_PAGE).get_page(request.GET.get("page")),
        "own": own,
        "editable": {one.pk for one in own if Action.EDIT in own.rights_of(request.user, one)},
        "shown": set(own.shown(localdate()).values_list("pk", flat=True)),
    }


@require_safe_or_post
@for_members
def peer_create(request: UserRequest) -> Answer:
    """Create an offer to other services. Submitting twice creates one offer."""
    form = forms.NewPeerOfferForm(posted(request), person=request.user)
    if request.method == "POST" and form.is_valid():
        peers.make_offer(person=request.user, **form.answers())
        return answered(request, "Other services can see your offer now.", "vacancies:peer_list")
    return {"form": form}


@for_members
@atomic_on_post
def peer_edit(request: UserRequest, offer_id: int) -> Answer:
    offer = _own_or_404(request, offer_id)
    form = forms.PeerOfferForm(posted(request), instance=offer)
    if request.method == "POST" and form.is_valid():
        form.save()
        peers.renew_offer(offer=offer, person=request.user)
        return answered(
            request,
            f"You saved the offer. It is shown until {plain_date(offer.lapses_on)}.",
            "vacancies:peer_list",
        )
    return {"offer": offer, "form": form}


@for_members
@atomic_on_post
def peer_withdraw(request: UserRequest, offer_id: int) -> Answer:
    offer = _own_or_404(request, offer_id)
    if request.method == "POST":
        peers.withdraw_offer(offer=offer)
        return answered(request, "You withdrew the offer.", "vacancies:peer_list")
    return {"offer": offer}


@require_safe_or_post
@for_members
def peer_contact(request: UserRequest, offer_id: int) -> Answer:
    own = PeerOffer.objects.visible_to(request.user)
    offers = peers.find_offers().select_related("made_by").exclude(pk__in=own.values("pk"))
    offer = get_object_or_404(offers, pk=offer_id)
    form = forms.PeerMessageForm(posted(request))
    if request.method == "POST" and form.is_valid():
        with refusal_in(form):
            peers.pass_on(offer=offer, person=request.user, **form.cleaned_data)
            return answered(
                request, "We passed your message on. We keep no copy.", "vacancies:peer_list"
            )
    return {"offer": offer, "form": form}


def _own_or_404(request: UserRequest, offer_id: int) -> PeerOffer:
    offers = PeerOffer.objects.all()
    if request.method == "POST":
        offers = offers.select_for_update()
    return thing_or_404(request, offers, offer_id, Action.EDIT)


MOST_HELD = 20


@require_safe_or_post
@for_members
def theme_list(request: UserRequest) -> Answer:
    """Show the themes by votes, and propose one. Submitting twice proposes one theme."""
    form = forms.ThemeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        with refusal_in(form, "text"):
            peers.propose_theme(person=request.user, **form.cleaned_data)
            return answered(
                request, "You proposed a theme. Your vote counts for it.", "vacancies:theme_list"
            )
    return {
        "form": form,
        "themes": MeetingTheme.objects.for_voting(request.user),
        "held": MeetingTheme.objects.exclude(held_on=None).order_by("-held_on")[:MOST_HELD],
    }


@require_POST
@for_members
def theme_vote(request: UserRequest, theme_id: int) -> HttpResponse:
    theme = get_object_or_404(MeetingTheme.objects.open(), pk=theme_id)
    if request.POST.get("want") == "no":
        theme.votes.filter(user=request.user).delete()
        said = f"You withdrew your vote: “{theme}”."
    else:
        peers.vote(theme=theme, person=request.user)
        said = f"You voted: “{theme}”."
    return answered(request, said, "vacancies:theme_list", row=f"theme-{theme.pk}")
