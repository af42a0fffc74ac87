"""The outcome of a vacancy: the numbers of each round, by channel, and reopening."""

from django.http import Http404

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, save_posted, vacancy_edit, vacancy_form, vacancy_page
from vacancies.recruiting.forms.advert import ChannelOutcomeForm, OutcomeForm
from vacancies.recruiting.models.advert import Outcome
from vacancies.recruiting.rules.outcome import BY_CHANNEL, TOTALS, label
from vacancies.recruiting.services import outcomes

UNKNOWN = "Not known"


@vacancy_page(Vacancy.objects.all)
def outcome_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    rounds = outcomes.rounds_of(vacancy)
    return {
        "rounds": [
            (_heading(one, rounds), one, _totals(one.outcome), _by_channel(one)) for one in rounds
        ],
        "columns": ("Channel", *map(label, BY_CHANNEL)),
    }


@vacancy_edit(Vacancy.objects.all)
def outcome_edit(request: UserRequest, vacancy: Vacancy) -> Answer:
    form = OutcomeForm(posted(request), instance=outcomes.current_outcome(vacancy))
    said, to = "You saved the outcome.", ("vacancies:outcome_detail", vacancy.pk)
    if answer := save_posted(request, form, vacancy, said, *to):
        return answer
    return {"form": form}


@vacancy_edit(Vacancy.objects.all)
def outcome_channel_edit(request: UserRequest, vacancy: Vacancy, code: str) -> Answer:
    channel = outcomes.channel_of_outcome(vacancy, code)
    if channel is None:
        raise Http404
    row = outcomes.channel_numbers(vacancy, channel, change=request.method == "POST")
    form = ChannelOutcomeForm(posted(request), instance=row)
    said, to = f"You saved {channel}.", ("vacancies:outcome_detail", vacancy.pk)
    if answer := save_posted(request, form, vacancy, said, *to):
        return answer
    return {"channel": channel, "form": form}


@vacancy_form(Vacancy.objects.all)
def outcome_reopen(request: UserRequest, vacancy: Vacancy) -> Answer:
    if request.method == "POST":
        if outcomes.reopen(vacancy=vacancy):
            said = "You opened the vacancy again. Enter its new dates in the plan."
        else:
            said = "This vacancy is already open."
        return answered(request, said, vacancy)
    return {"outcome": outcomes.current_outcome(vacancy)}


def _heading(one: outcomes.Round, rounds: list[outcomes.Round]) -> str:
    if len(rounds) == 1:
        return "Numbers"
    return f"Round {one.outcome.round}" + ("" if one is rounds[0] else ", as it was")


def _totals(row: Outcome) -> list[tuple[str, object]]:
    return [(label(name), _value_shown(row, name)) for name in TOTALS]


def _by_channel(one: outcomes.Round) -> list[tuple[object, ...]]:
    return [
        (channel.name, *(_value_shown(row, name) for name in BY_CHANNEL))
        for channel, row in one.channels
    ]


def _value_shown(row: object, name: str) -> object:
    number = getattr(row, name)
    return UNKNOWN if number is None else number
