"""The handover: ten questions for the leaver, and the manager's use of the answers."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered
from vacancies.posts.models import Vacancy, VacancyLink
from vacancies.posts.requests import atomic_on_post, posted, refusal_in, vacancy_edit, vacancy_form
from vacancies.posts.services import vacancy_link
from vacancies.posts.views import audience, by_secret_link, vacancy_link_page
from vacancies.retention.forms.handover import HandoverForm, LinesForm
from vacancies.retention.services import handover


@vacancy_form()
def handover_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    handed_over, plan = handover.lines(vacancy), handover.open_plan(vacancy)
    form = LinesForm(posted(request), lines=handed_over, has_plan=plan is not None)
    if request.method == "POST" and form.is_valid():
        with refusal_in(form):
            used = handover.use_lines(
                vacancy=vacancy,
                facts=form.cleaned_data.get("facts", []),
                tasks=form.cleaned_data.get("tasks", []),
            )
            return _became(request, vacancy, used)
    return {
        "lines": handed_over,
        "plan": plan,
        "gap": handover.falling_due(vacancy, plan.starts_on if plan else vacancy.starts_on),
        "form": form,
        "answers": handover.answers_of(vacancy),
    }


LEAVER = audience(VacancyLink.Kind.LEAVER)


@vacancy_form()
def handover_link(request: UserRequest, vacancy: Vacancy) -> HttpResponse:
    back = reverse("vacancies:handover_detail", args=[vacancy.pk])
    return vacancy_link_page(request, vacancy, LEAVER, back=("the handover", back))


@vacancy_edit()
def handover_edit(request: UserRequest, vacancy: Vacancy) -> Answer:
    form = _answers_form(request, vacancy)
    if request.method == "POST" and form.is_valid():
        form.save()
        return answered(request, "You saved the answers.", "vacancies:handover_detail", vacancy.pk)
    return {"form": form}


@by_secret_link(lambda token: vacancy_link(token, LEAVER.slug))
@atomic_on_post
def handover_answers(request: UserRequest, link: VacancyLink, token: str) -> Answer:
    vacancy = link.vacancy
    form = _answers_form(request, vacancy)
    saved = request.method == "POST" and form.is_valid()
    if saved:
        form.save()
        form = HandoverForm(instance=handover.answers_of(vacancy))
    return {"vacancy": vacancy, "form": form, "saved": saved}


def _became(request: UserRequest, vacancy: Vacancy, used: handover.Used) -> HttpResponse:
    existing = f" There already: {used.existing}." if used.existing else ""
    said = f"Facts added to the draft: {used.facts}. Tasks added: {used.tasks}.{existing}"
    response = answered(request, said, "vacancies:handover_detail", vacancy.pk)
    for line in used.no_room:
        messages.error(
            request,
            f"“{line.text[:80]}” was not added: its place in “Organisation and purpose” is full. "
            "Shorten the text there, then tick it again.",
        )
    return response


def _answers_form(request: UserRequest, vacancy: Vacancy) -> HandoverForm:
    row = handover.answers_of(vacancy, change=request.method == "POST")
    return HandoverForm(posted(request), instance=row)
