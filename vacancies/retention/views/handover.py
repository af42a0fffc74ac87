"""The handover: ten questions to the one who leaves, and what the manager makes of the answers."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.http_methods import require_safe_or_post
from vacancies.planning.rules.owners import LINE_MANAGER
from vacancies.planning.services.tasks import PlanError
from vacancies.posts.models import Vacancy
from vacancies.posts.overview import links
from vacancies.posts.requests import by_secret_link, posted, vacancy_or_404
from vacancies.posts.saving import atomic_on_post
from vacancies.retention.forms.handover import NAMES, HandoverForm, LinesForm
from vacancies.retention.services.handover import (
    Used,
    answers_of,
    close_handover_links,
    kept_answers_of,
    lines,
    make_handover_link,
    open_plan,
    use_lines,
    vacancy_by_token,
)

handover_lines = links("start", handover_detail="Handover: ask the one who leaves ten questions")


@require_safe_or_post
def handover_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show what the one who leaves has said; let chosen lines become facts and tasks."""
    vacancy = vacancy_or_404(request, vacancy_id)
    found, plan = lines(vacancy), open_plan(vacancy)
    form = LinesForm(posted(request), lines=found, has_plan=plan is not None)
    if request.method == "POST" and form.is_valid():
        try:
            used = use_lines(
                vacancy=vacancy,
                facts=form.cleaned_data.get("facts", []),
                tasks=form.cleaned_data.get("tasks", []),
                by=LINE_MANAGER,
            )
        except PlanError as reason:
            form.add_error(None, str(reason))
        else:
            return _became(request, vacancy, used)
    context = {
        "vacancy": vacancy,
        "lines": found,
        "plan": plan,
        "form": form,
        "answers": answers_of(vacancy),
    }
    return render(request, "vacancies/retention/handover_detail.html", context)


@require_safe_or_post
def handover_link(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Make or close the secret link with which the one who leaves answers. It is shown once."""
    vacancy = vacancy_or_404(request, vacancy_id)
    context: dict[str, Any] = {"vacancy": vacancy}
    if request.method == "POST" and "close" in request.POST:
        close_handover_links(vacancy=vacancy)
        return answered(request, "You closed the link.", "vacancies:handover_detail", vacancy.pk)
    if request.method == "POST":
        token = make_handover_link(vacancy=vacancy, person=request.user)
        path = reverse("vacancies:handover_answers", args=[token])
        context["address"] = request.build_absolute_uri(path)
    context["link"] = vacancy.handover_links.open().first()
    return render(request, "vacancies/retention/handover_link.html", context)


@require_safe_or_post
@atomic_on_post
def handover_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Let somebody with an account write the answers down."""
    vacancy = vacancy_or_404(request, vacancy_id)
    form = _answers_form(request, vacancy)
    if request.method == "POST" and form.is_valid():
        form.save()
        return answered(request, "You saved the answers.", "vacancies:handover_detail", vacancy.pk)
    return render(
        request, "vacancies/retention/handover_edit.html", {"vacancy": vacancy, "form": form}
    )


@require_safe_or_post
@by_secret_link(
    vacancy_by_token, closed="vacancies/retention/handover_answers_closed.html", typed=NAMES
)
@atomic_on_post
def handover_answers(request: UserRequest, vacancy: Vacancy, token: str) -> HttpResponse:
    """The ten questions for the one who leaves, opened by a secret link without an account."""
    form = _answers_form(request, vacancy)
    saved = request.method == "POST" and form.is_valid()
    if saved:
        form.save()
        form = HandoverForm(instance=answers_of(vacancy))
    context = {"vacancy": vacancy, "form": form, "saved": saved}
    return render(request, "vacancies/retention/handover_answers.html", context)


def _became(request: UserRequest, vacancy: Vacancy, used: Used) -> HttpResponse:
    there = f" There already: {used.there}." if used.there else ""
    said = f"Facts added to the draft: {used.facts}. Tasks added: {used.tasks}.{there}"
    response = answered(request, said, "vacancies:handover_detail", vacancy.pk)
    for line in used.no_room:
        messages.error(
            request,
            f"“{line.text[:80]}” was not added: its place in “Organisation and purpose” is full. "
            "Shorten what stands there, then tick it again.",
        )
    return response


def _answers_form(request: UserRequest, vacancy: Vacancy) -> HandoverForm:
    row = kept_answers_of(vacancy) if request.method == "POST" else answers_of(vacancy)
    return HandoverForm(posted(request), instance=row)
