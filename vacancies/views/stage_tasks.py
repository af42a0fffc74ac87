"""Tasks of a vacancy's checklists: tick, change, add, leave out, take in again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.checklists.stage import STAGES
from vacancies.forms.stage_task import LeaveOutForm, OwnStageTaskForm, StageTaskForm
from vacancies.models import StageChange, Vacancy
from vacancies.services.stage_changes import (
    StageError,
    add_task,
    change_task,
    leave_task_out,
    take_task_in,
    task_in_stage,
    tick_task,
    untick_task,
)
from vacancies.views.fetch import posted, vacancy_or_404, vacancy_to_change_or_404
from vacancies.views.induction_plan_parts import same_owner
from vacancies.views.refusals import leads_back
from vacancies.views.saving import one_at_a_time
from vacancies.views.stages import stage_address

says_why = leads_back(StageError, "vacancies:stage_detail", "vacancy_id", "stage")


@require_POST
@says_why
def stage_tick(request: UserRequest, vacancy_id: int, stage: str, code: str) -> HttpResponse:
    """Tick a task, or take its tick away, and go back to where it stands."""
    vacancy = _vacancy(request, vacancy_id)
    if request.POST.get("done") == "no":
        untick_task(vacancy=vacancy, code=code, person=request.user)
    else:
        tick_task(vacancy=vacancy, stage=stage, code=code, person=request.user)
    return redirect(f"{stage_address(vacancy, stage)}{same_owner(request)}#task-{code}")


@require_safe_or_post
@says_why
def stage_task_create(request: UserRequest, vacancy_id: int, stage: str) -> HttpResponse:
    """Add a task to this vacancy alone."""
    vacancy = _vacancy(request, vacancy_id)
    form = OwnStageTaskForm(posted(request))
    if request.method == "POST" and form.is_valid():
        add_task(vacancy=vacancy, stage=stage, **form.values())
        messages.success(request, "You added a task to this vacancy.")
        return redirect(stage_address(vacancy, stage))
    return render(request, "vacancies/stage_task_create.html", _context(vacancy, stage, form))


@require_safe_or_post
@says_why
@one_at_a_time
def stage_task_edit(request: UserRequest, vacancy_id: int, stage: str, code: str) -> HttpResponse:
    """Give a task a note, an owner or a date of its own in this vacancy."""
    vacancy = vacancy_to_change_or_404(request, vacancy_id, Vacancy.objects.for_stages())
    task = task_in_stage(vacancy, stage, code)
    row = vacancy.stage_changes.filter(code=code).first()
    there = row or StageChange(vacancy=vacancy, stage=stage, code=code)
    form = StageTaskForm(posted(request), instance=there, task=task)
    if request.method == "POST" and form.is_valid():
        change_task(vacancy=vacancy, stage=stage, code=code, **form.values())
        messages.success(request, "You saved the task.")
        return redirect(f"{stage_address(vacancy, stage)}#task-{code}")
    context = {**_context(vacancy, stage, form), "task": task}
    return render(request, "vacancies/stage_task_edit.html", context)


@require_safe_or_post
@says_why
def stage_task_remove(request: UserRequest, vacancy_id: int, stage: str, code: str) -> HttpResponse:
    """Leave a task out of this vacancy, with the reason."""
    vacancy = _vacancy(request, vacancy_id)
    if vacancy.stage_changes.filter(code=code, left_out=True).exists():
        messages.success(request, "The task is left out.")
        return redirect(stage_address(vacancy, stage))
    task = task_in_stage(vacancy, stage, code)
    form = LeaveOutForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        leave_task_out(vacancy=vacancy, stage=stage, code=code, reason=reason)
        messages.success(request, "You left the task out. You can take it in again below.")
        return redirect(stage_address(vacancy, stage))
    context = {**_context(vacancy, stage, form), "task": task}
    return render(request, "vacancies/stage_task_remove.html", context)


@require_POST
@says_why
def stage_task_restore(
    request: UserRequest, vacancy_id: int, stage: str, code: str
) -> HttpResponse:
    """Take a task in again that was left out."""
    vacancy = _vacancy(request, vacancy_id)
    take_task_in(vacancy=vacancy, code=code)
    messages.success(request, "The task is in the checklist again.")
    return redirect(f"{stage_address(vacancy, stage)}#task-{code}")


def _vacancy(request: UserRequest, vacancy_id: int) -> Vacancy:
    return vacancy_or_404(request, vacancy_id, Vacancy.objects.for_stages())


def _context(vacancy: Vacancy, stage: str, form: object) -> dict[str, object]:
    return {
        "vacancy": vacancy,
        "stage": STAGES[stage],
        "form": form,
        "address": stage_address(vacancy, stage),
    }
