"""Themes for the next meeting of peers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.forms.peer import ThemeForm
from vacancies.models import MeetingTheme
from vacancies.services.themes import ThemeError, propose_theme, take_back_vote, vote
from vacancies.views.fetch import posted
from vacancies.views.peers import for_members

MOST_HELD = 20


@require_safe_or_post
@for_members
def theme_list(request: UserRequest) -> HttpResponse:
    """Show the themes, the most wanted first; propose one. Sent twice, it is proposed once."""
    form = ThemeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            propose_theme(person=request.user, **form.cleaned_data)
        except ThemeError as reason:
            form.add_error("text", str(reason))
        else:
            messages.success(request, "You proposed a theme. Your vote counts for it.")
            return redirect("vacancies:theme_list")
    context = {
        "form": form,
        "themes": MeetingTheme.objects.for_voting(request.user),
        "held": MeetingTheme.objects.exclude(held_on=None).order_by("-held_on")[:MOST_HELD],
    }
    return render(request, "vacancies/theme_list.html", context)


@require_POST
@for_members
def theme_vote(request: UserRequest, theme_id: int) -> HttpResponse:
    """Count the person's vote for an open theme, or take it back."""
    theme = get_object_or_404(MeetingTheme.objects.open(), pk=theme_id)
    if request.POST.get("want") == "no":
        take_back_vote(theme=theme, person=request.user)
        messages.success(request, f"You took your vote back: “{theme}”.")
    else:
        vote(theme=theme, person=request.user)
        messages.success(request, f"Your vote counts: “{theme}”.")
    return redirect("vacancies:theme_list")
