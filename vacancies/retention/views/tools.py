"""Retention tools: their pages and forms, and a year's rhythm. Nothing is stored."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import partial, wraps
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from kls_portal.accounts.permissions import Action, UserRequest, thing_or_404
from kls_portal.answers import answered, require_safe_or_post
from kls_portal.documents.calendar_file import Calendar, Entry, Series
from kls_portal.emails import full_address
from kls_portal.files import file_response
from kls_portal.limits import counts_as
from kls_portal.public import public, public_page
from vacancies.posts.requests import atomic_on_post, posted, refusal_in
from vacancies.retention.exports import retention_form
from vacancies.retention.forms.tools import (
    FindPeersForm,
    NewPeerOfferForm,
    PeerMessageForm,
    PeerOfferForm,
    PreparationForm,
    ThemeForm,
    YearForm,
)
from vacancies.retention.models import MeetingTheme, PeerOffer, RetentionTool
from vacancies.retention.rules.tools import Occasion, Tool, year_of
from vacancies.retention.services.peers import (
    find_offers,
    make_offer,
    pass_on,
    propose_theme,
    renew_offer,
    vote,
    withdraw_offer,
)

YEAR = "A year of conversations"


def retention_tools() -> tuple[Tool, ...]:
    """Return every tool, as editors left it, in one query."""
    return tuple(row.as_value() for row in RetentionTool.objects.in_force())


@public_page
@require_safe
def retention_list(request: UserRequest) -> HttpResponse:
    """Show every tool, and a link to a year's rhythm."""
    return render(request, "vacancies/retention/retention_list.html", {"tools": retention_tools()})


@counts_as("files")
@public
@csrf_exempt  # it stores nothing and identifies nobody, so it needs no cookie
@require_safe_or_post
def retention_detail(request: UserRequest, code: str) -> HttpResponse:
    """Show a tool, or return its form as a file."""
    tool = _tool_or_404(code)
    form = PreparationForm(posted(request), tool=tool)
    if request.method != "POST" or not form.is_valid():
        return render(
            request, "vacancies/retention/retention_detail.html", {"tool": tool, "form": form}
        )
    kind = form.cleaned_data["kind"]
    made = partial(retention_form, form.preparation())
    return file_response(request, kind, tool.name, "form", document=made)


@public
@require_safe
def retention_year(request: UserRequest) -> HttpResponse:
    """Ask for the conversations to include, and show their dates in a year."""
    tools = retention_tools()
    form = YearForm.from_address(request.GET, tools=tools, today=localdate())
    context = {"form": form, "when_they_come": [tool for tool in tools if not tool.months]}
    if form.is_bound and form.is_valid():
        context |= {"occasions": _occasions(form), "query": request.GET.urlencode()}
    return render(request, "vacancies/retention/retention_year.html", context)


@public
@require_safe
def retention_year_file(request: UserRequest, kind: str) -> HttpResponse:
    """Return the year for the query as a calendar file, or the form with its errors."""
    form = YearForm.from_address(request.GET, tools=retention_tools(), today=localdate())
    if not (form.is_bound and form.is_valid()):
        return render(
            request, "vacancies/retention/retention_year.html", {"form": form}, status=400
        )
    start = form.cleaned_data["start"]
    # Identified by the start alone: choosing other tools must not change a conversation's entry.
    series = Series(
        f"retention-{start}",
        tuple(map(_occasion_entry, _occasions(form))),
        datetime.combine(start, time(), tzinfo=UTC),
    )
    made = partial(Calendar, YEAR, "Retention", (series,))
    return file_response(request, kind, "conversations", "year", start, calendar=made)


def _occasions(form: YearForm) -> tuple[Occasion, ...]:
    given = form.cleaned_data
    return year_of(form.chosen(), given["start"], given["nation"])


def _occasion_entry(occasion: Occasion) -> Entry:
    tool = occasion.tool
    notes = [
        tool.purpose,
        f"Who leads it: {tool.who}",
        f"Keep in mind: {tool.caution}",
        f"Form to prepare: {full_address('vacancies:retention_detail', tool.id)}",
    ]
    return Entry(f"{tool.id}-{occasion.number}", tool.year_words, occasion.day, "\n".join(notes))


def _tool_or_404(code: str) -> Tool:
    chosen = next((tool for tool in retention_tools() if tool.id == code), None)
    if chosen is None:
        raise Http404
    return chosen


PER_PAGE = 20


def for_members(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Restrict a view to members of an organisation; explain to others how to join."""

    @wraps(view)
    def wrapper(request: UserRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.memberships.exists():
            return render(request, "vacancies/retention/peers_members_only.html", status=403)
        return view(request, *args, **kwargs)

    return wrapper


@require_safe
@for_members
def peer_list(request: UserRequest) -> HttpResponse:
    """Show other services' offers, filtered by the query, and those of the user's own."""
    form = FindPeersForm(request.GET)
    form.is_valid()
    asked = {name: form.cleaned_data.get(name, "") for name in ("kind", "region", "topic")}
    own = PeerOffer.objects.visible_to(request.user).select_related("organisation")
    others = find_offers(**asked).exclude(pk__in=own.values("pk"))
    context = {
        "form": form,
        "filtered": any(asked.values()),
        "page": Paginator(others, PER_PAGE).get_page(request.GET.get("page")),
        "own": own,
        "shown": set(own.shown(localdate()).values_list("pk", flat=True)),
    }
    return render(request, "vacancies/retention/peer_list.html", context)


@require_safe_or_post
@for_members
def peer_create(request: UserRequest) -> HttpResponse:
    """Create an offer to other services. Submitting twice creates one offer."""
    form = NewPeerOfferForm(posted(request), person=request.user)
    if request.method == "POST" and form.is_valid():
        make_offer(person=request.user, **form.answers())
        return answered(request, "Other services can see your offer now.", "vacancies:peer_list")
    return render(request, "vacancies/retention/peer_create.html", {"form": form})


@require_safe_or_post
@for_members
@atomic_on_post
def peer_edit(request: UserRequest, offer_id: int) -> HttpResponse:
    """Change an offer of the user's organisation and show it for another 12 months."""
    offer = _own_or_404(request, offer_id)
    form = PeerOfferForm(posted(request), instance=offer)
    if request.method == "POST" and form.is_valid():
        form.save()
        renew_offer(offer=offer, person=request.user)
        return answered(
            request, "You saved the offer. It is shown for 12 months.", "vacancies:peer_list"
        )
    return render(request, "vacancies/retention/peer_edit.html", {"offer": offer, "form": form})


@require_safe_or_post
@for_members
@atomic_on_post
def peer_withdraw(request: UserRequest, offer_id: int) -> HttpResponse:
    """Withdraw an offer of the user's organisation, after confirmation."""
    offer = _own_or_404(request, offer_id)
    if request.method == "POST":
        withdraw_offer(offer=offer)
        return answered(request, "You withdrew the offer.", "vacancies:peer_list")
    return render(request, "vacancies/retention/peer_withdraw.html", {"offer": offer})


@require_safe_or_post
@for_members
def peer_contact(request: UserRequest, offer_id: int) -> HttpResponse:
    """Pass a message on to the person who made another service's offer."""
    own = PeerOffer.objects.visible_to(request.user)
    offers = find_offers().select_related("made_by").exclude(pk__in=own.values("pk"))
    offer = get_object_or_404(offers, pk=offer_id)
    form = PeerMessageForm(posted(request))
    if request.method == "POST" and form.is_valid():
        with refusal_in(form):
            pass_on(offer=offer, person=request.user, **form.cleaned_data)
            return answered(
                request, "We passed your message on. We keep no copy.", "vacancies:peer_list"
            )
    return render(request, "vacancies/retention/peer_contact.html", {"offer": offer, "form": form})


def _own_or_404(request: UserRequest, offer_id: int) -> PeerOffer:
    offers = PeerOffer.objects.all()
    if request.method == "POST":
        offers = offers.select_for_update()
    return thing_or_404(request, offers, offer_id, Action.EDIT)


MOST_HELD = 20


@require_safe_or_post
@for_members
def theme_list(request: UserRequest) -> HttpResponse:
    """Show the themes by votes, and propose one. Submitting twice proposes one theme."""
    form = ThemeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        with refusal_in(form, "text"):
            propose_theme(person=request.user, **form.cleaned_data)
            return answered(
                request, "You proposed a theme. Your vote counts for it.", "vacancies:theme_list"
            )
    context = {
        "form": form,
        "themes": MeetingTheme.objects.for_voting(request.user),
        "held": MeetingTheme.objects.exclude(held_on=None).order_by("-held_on")[:MOST_HELD],
    }
    return render(request, "vacancies/retention/theme_list.html", context)


@require_POST
@for_members
def theme_vote(request: UserRequest, theme_id: int) -> HttpResponse:
    """Vote for an open theme, or withdraw the vote."""
    theme = get_object_or_404(MeetingTheme.objects.open(), pk=theme_id)
    if request.POST.get("want") == "no":
        theme.votes.filter(user=request.user).delete()
        said = f"You withdrew your vote: “{theme}”."
    else:
        vote(theme=theme, person=request.user)
        said = f"You voted: “{theme}”."
    return answered(request, said, "vacancies:theme_list", row=f"theme-{theme.pk}")
