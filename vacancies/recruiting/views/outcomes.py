"""The outcome of a vacancy: the numbers of each round, by channel, and reopening."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import answered, require_safe_or_post
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import (
    atomic_on_post,
    posted,
    save_posted,
    vacancy_or_404,
    vacancy_to_change_or_404,
)
from vacancies.recruiting.forms.advert import ChannelOutcomeForm, OutcomeForm
from vacancies.recruiting.models.advert import Outcome
from vacancies.recruiting.rules.outcome import BY_CHANNEL, TOTALS, label
from vacancies.recruiting.services.outcomes import (
    Round,
    channel_numbers,
    channel_of_outcome,
    current_outcome,
    reopen,
    rounds_of,
)

UNKNOWN = "Not known"


@require_safe
def outcome_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.all())
    rounds = rounds_of(vacancy)
    context = {
        "vacancy": vacancy,
        "rounds": [
            (_heading(one, rounds), one, _totals(one.outcome), _by_channel(one)) for one in rounds
        ],
        "columns": ("Channel", *map(label, BY_CHANNEL)),
    }
    return render(request, "vacancies/recruiting/outcome_detail.html", context)


@atomic_on_post
def outcome_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    vacancy = vacancy_to_change_or_404(request, vacancy_id, Vacancy.objects.all())
    form = OutcomeForm(posted(request), instance=current_outcome(vacancy))
    said, to = "You saved the outcome.", ("vacancies:outcome_detail", vacancy.pk)
    if answer := save_posted(request, form, vacancy, said, *to):
        return answer
    return render(
        request, "vacancies/recruiting/outcome_edit.html", {"vacancy": vacancy, "form": form}
    )


@atomic_on_post
def outcome_channel_edit(request: UserRequest, vacancy_id: int, code: str) -> HttpResponse:
    vacancy = vacancy_to_change_or_404(request, vacancy_id, Vacancy.objects.all())
    channel = channel_of_outcome(vacancy, code)
    if channel is None:
        raise Http404
    row = channel_numbers(vacancy, channel, change=request.method == "POST")
    form = ChannelOutcomeForm(posted(request), instance=row)
    said, to = f"You saved {channel}.", ("vacancies:outcome_detail", vacancy.pk)
    if answer := save_posted(request, form, vacancy, said, *to):
        return answer
    context = {"vacancy": vacancy, "channel": channel, "form": form}
    return render(request, "vacancies/recruiting/outcome_channel_edit.html", context)


@require_safe_or_post
def outcome_reopen(request: UserRequest, vacancy_id: int) -> HttpResponse:
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.all())
    if request.method == "POST":
        if reopen(vacancy=vacancy):
            said = "You opened the vacancy again. Enter its new dates in the plan."
        else:
            said = "This vacancy is already open."
        return answered(request, said, vacancy)
    context = {"vacancy": vacancy, "outcome": current_outcome(vacancy)}
    return render(request, "vacancies/recruiting/outcome_reopen.html", context)


def _heading(one: Round, rounds: list[Round]) -> str:
    if len(rounds) == 1:
        return "Numbers"
    return f"Round {one.outcome.round}" + ("" if one is rounds[0] else ", as it was")


def _totals(row: Outcome) -> list[tuple[str, object]]:
    return [(label(name), _value_shown(row, name)) for name in TOTALS]


def _by_channel(one: Round) -> list[tuple[object, ...]]:
    return [
        (channel.name, *(_value_shown(row, name) for name in BY_CHANNEL))
        for channel, row in one.channels
    ]


def _value_shown(row: object, name: str) -> object:
    number = getattr(row, name)
    return UNKNOWN if number is None else number
