"""The handover: ten questions to the one who leaves, and what the manager makes of the answers."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.forms.leaver import NAMES, LeaverForm, LinesForm
from vacancies.models import InductionTask, Vacancy
from vacancies.services.induction_plans import PlanError
from vacancies.services.leaver import (
    Used,
    answers_of,
    close_leaver_links,
    kept_answers_of,
    lines,
    make_leaver_link,
    open_plan,
    use_lines,
    vacancy_by_token,
)
from vacancies.views.fetch import posted, vacancy_or_404
from vacancies.views.saving import one_at_a_time
from vacancies.views.secret_pages import by_secret_link


@require_safe_or_post
def leaver_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
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
                by=InductionTask.Owner.LINE_MANAGER,
            )
        except PlanError as reason:
            form.add_error(None, str(reason))
        else:
            _say_what_became(request, used)
            return redirect("vacancies:leaver_detail", vacancy.pk)
    context = {
        "vacancy": vacancy,
        "lines": found,
        "plan": plan,
        "form": form,
        "answers": answers_of(vacancy),
    }
    return render(request, "vacancies/leaver_detail.html", context)


@require_safe_or_post
def leaver_link(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Make or close the secret link with which the one who leaves answers. It is shown once."""
    vacancy = vacancy_or_404(request, vacancy_id)
    context: dict[str, Any] = {"vacancy": vacancy}
    if request.method == "POST" and "close" in request.POST:
        close_leaver_links(vacancy=vacancy)
        messages.success(request, "You closed the link.")
        return redirect("vacancies:leaver_detail", vacancy.pk)
    if request.method == "POST":
        token = make_leaver_link(vacancy=vacancy, person=request.user)
        path = reverse("vacancies:leaver_answers", args=[token])
        context["address"] = request.build_absolute_uri(path)
    context["link"] = vacancy.leaver_links.open().first()
    return render(request, "vacancies/leaver_link.html", context)


@require_safe_or_post
@one_at_a_time
def leaver_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Let somebody with an account write the answers down."""
    vacancy = vacancy_or_404(request, vacancy_id)
    form = _answers_form(request, vacancy)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "You saved the answers.")
        return redirect("vacancies:leaver_detail", vacancy.pk)
    return render(request, "vacancies/leaver_edit.html", {"vacancy": vacancy, "form": form})


@require_safe_or_post
@by_secret_link(vacancy_by_token, closed="vacancies/leaver_answers_closed.html", typed=NAMES)
@one_at_a_time
def leaver_answers(request: UserRequest, vacancy: Vacancy, token: str) -> HttpResponse:
    """The ten questions for the one who leaves, opened by a secret link without an account."""
    form = _answers_form(request, vacancy)
    saved = request.method == "POST" and form.is_valid()
    if saved:
        form.save()
        form = LeaverForm(instance=answers_of(vacancy))
    context = {"vacancy": vacancy, "form": form, "saved": saved}
    return render(request, "vacancies/leaver_answers.html", context)


def _say_what_became(request: UserRequest, used: Used) -> None:
    there = f" There already: {used.there}." if used.there else ""
    said = f"Facts added to the draft: {used.facts}. Tasks added: {used.tasks}.{there}"
    messages.success(request, said)
    for line in used.no_room:
        messages.error(
            request,
            f"“{line.text[:80]}” was not added: its place in “Organisation and purpose” is full. "
            "Shorten what stands there, then tick it again.",
        )


def _answers_form(request: UserRequest, vacancy: Vacancy) -> LeaverForm:
    row = kept_answers_of(vacancy) if request.method == "POST" else answers_of(vacancy)
    return LeaverForm(posted(request), instance=row)
