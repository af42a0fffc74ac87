"""The advert: its texts, its channels, the case for paying, and the outcome of each round."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered
from kls_portal.files import file_response
from kls_portal.in_words import plain_date
from vacancies.drafting.rules.field import SECTIONS
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, save_posted, vacancy_edit, vacancy_form, vacancy_page
from vacancies.recruiting.forms.advert import (
    AdvertCaseForm,
    AdvertChoiceForm,
    ChannelOutcomeForm,
    ChannelsForm,
    OutcomeForm,
)
from vacancies.recruiting.models.advert import AdvertCase, AdvertChannel, AdvertChoice
from vacancies.recruiting.rules import advert_plan as points
from vacancies.recruiting.rules.outcome import BY_CHANNEL, TOTALS, label
from vacancies.recruiting.services import advert_plan, outcomes
from vacancies.recruiting.services.advert_plan import with_advert_plan
from vacancies.recruiting.views.selection import remedy_address


@vacancy_page()
def nhs_jobs_pack(request: UserRequest, vacancy: Vacancy) -> Answer:
    return {
        "boxes": [
            (
                box,
                reverse(f"vacancies:{SECTIONS[box.section].page}", args=[vacancy.pk])
                + (f"#id_{box.field}" if box.field else ""),
            )
            for box in advert_plan.boxes_of(vacancy)
        ],
        "ready": advert_plan.ready_texts_of(vacancy),
    }


@vacancy_edit(with_advert_plan)
def advert_case_edit(request: UserRequest, vacancy: Vacancy) -> Answer:
    row = AdvertCase.objects.filter(vacancy=vacancy).first() or AdvertCase(vacancy=vacancy)
    form = AdvertCaseForm(posted(request), instance=row)
    said = "You saved the reasons. They are in the letter below."
    if answer := save_posted(request, form, vacancy, said, request.path):
        return answer
    return {"plan": advert_plan.plan_of(vacancy), "form": form}


@vacancy_page(with_advert_plan)
def advert_case_file(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    made = partial(advert_plan.case_document_of, vacancy)
    return file_response(request, kind, "case for paid advertising", vacancy.title, document=made)


INTERVIEW = "PL2"
KEPT_IN_MIND = {
    "PL1": ("timeline_detail", "Look at the plan"),
    INTERVIEW: ("dates_edit", "Add the interview date"),
    "PL5": ("outcome_detail", "Count the answers"),
}


@vacancy_form(with_advert_plan)
def advert_plan_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    """Show the chosen channels with their dates and what is missing; choose channels.

    `?all=1` shows the channels of every band.
    """
    plan, today = advert_plan.plan_of(vacancy), localdate()
    band = "" if request.GET.get("all") else vacancy.offered_band
    chosen = {choice.channel.id: choice.channel for choice in plan.choices}
    others = AdvertChannel.objects.offered().exclude(code__in=chosen)
    suited = [row.as_value() for row in others if request.method == "POST" or row.suits(band)]
    form = ChannelsForm(posted(request), offered=[*chosen.values(), *suited], chosen=chosen)
    if request.method == "POST" and form.is_valid():
        said = advert_plan.choose_channels(vacancy=vacancy, add=form.ticked, drop=form.unticked)
        return answered(request, said, request.path, row="channels")
    return {
        "plan": plan,
        "form": form,
        "chosen": [_choice_shown(plan, choice, today) for choice in plan.choices],
        "points": [(one, remedy_address(vacancy, one.remedy)) for one in points.plan_points(plan)],
        "band": band,
        "reminders": _reminders(vacancy),
    }


@vacancy_edit()
def advert_choice_edit(request: UserRequest, vacancy: Vacancy, choice_id: int) -> Answer:
    choice = _choice_or_404(vacancy, choice_id)
    form = AdvertChoiceForm(posted(request), instance=choice)
    said, to = f"You saved {choice.channel}.", ("vacancies:advert_plan_detail", vacancy.pk)
    if answer := save_posted(request, form, vacancy, said, *to):
        return answer
    channel, nation = choice.channel.as_value(), vacancy.organisation.nation
    ready = {text.slug: text for text in advert_plan.ready_texts_of(vacancy)}
    return {
        "choice": choice,
        "channel": channel,
        "send_by": points.AdvertPlan(opens_on=vacancy.opens_on, nation=nation).send_by(channel),
        "form": form,
        "ready": ready.get(channel.ready_text),
    }


@vacancy_form(Vacancy.objects.all)
def advert_choice_remove(request: UserRequest, vacancy: Vacancy, choice_id: int) -> Answer:
    choice = _choice_or_404(vacancy, choice_id)
    if request.method == "POST":
        advert_plan.remove_choice(choice=choice)
        said = f"You removed {choice.channel} from the plan."
        return answered(request, said, "vacancies:advert_plan_detail", vacancy.pk)
    return {"choice": choice}


@vacancy_page(with_advert_plan)
def advert_plan_file(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    made = partial(advert_plan.plan_document_of, vacancy)
    return file_response(request, kind, "advert plan", vacancy.title, document=made)


def _choice_or_404(vacancy: Vacancy, choice_id: int) -> AdvertChoice:
    return get_object_or_404(vacancy.advert_choices.select_related("channel"), pk=choice_id)


def _choice_shown(plan: points.AdvertPlan, choice: points.Choice, today: date) -> dict[str, object]:
    day = plan.send_by(choice.channel)
    late = day is not None and choice.sent_on is None and day < today
    return {"choice": choice, "send_by": day, "late": late}


def _reminders(vacancy: Vacancy) -> list[tuple[points.PlanRule, str, str, str]]:
    reminders = []
    for rule, (page, words) in KEPT_IN_MIND.items():
        done = ""
        if rule == INTERVIEW and vacancy.interview_on:
            done = f"It is on {plain_date(vacancy.interview_on)}."
            words = "Look at the key dates"
        address = reverse(f"vacancies:{page}", args=[vacancy.pk])
        reminders.append((points.plan_rules()[rule], done, address, words))
    return reminders


UNKNOWN = "Not known"


@vacancy_page(Vacancy.objects.all)
def outcome_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    rounds, names = outcomes.rounds_of(vacancy), list(map(label, TOTALS))
    return {
        "rounds": [
            (
                _heading(one, rounds),
                one,
                list(zip(names, _numbers(one.outcome, TOTALS), strict=True)),
                [(channel.name, *_numbers(row, BY_CHANNEL)) for channel, row in one.channels],
            )
            for one in rounds
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


def _numbers(row: object, names: Iterable[str]) -> list[object]:
    values = (getattr(row, name) for name in names)
    return [UNKNOWN if value is None else value for value in values]
