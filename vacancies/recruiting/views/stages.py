"""The checklists of a vacancy, stage by stage, and their tasks."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.calendar.working_days import HOLIDAYS_OF
from kls_portal.files import file_response
from kls_portal.http_methods import require_safe_or_post
from vacancies.planning.owners import owners_in, same_owner
from vacancies.planning.rules.progress import progress, state_of, tasks_of
from vacancies.planning.rules.stage import (
    ANCHORS,
    OWNERS,
    STAGES,
    Anchor,
    StageChecklist,
    StageTask,
)
from vacancies.posts.models import Vacancy
from vacancies.posts.overview import Entry
from vacancies.posts.requests import (
    posted,
    redirect_on,
    vacancy_or_404,
    vacancy_to_change_or_404,
)
from vacancies.posts.saving import atomic_on_post
from vacancies.recruiting.exports.plan import Post, stages_document
from vacancies.recruiting.forms.stage import LeaveOutForm, OwnStageTaskForm, StageTaskForm
from vacancies.recruiting.models.plan import StageChange
from vacancies.recruiting.services.stages import (
    StageError,
    add_task,
    change_task,
    leave_task_out,
    situation_of,
    stage_of,
    stages_of,
    take_task_in,
    task_in_stage,
    tick_task,
    untick_task,
)

SLUGS = tuple(STAGES)
ALL = "recruitment-checklists"


@dataclass(frozen=True)
class StageRow:
    """A task with its state on a day, and the date that it waits for, if any."""

    task: StageTask
    state: str
    missing: Anchor | None


@require_safe
def stage_detail(request: UserRequest, vacancy_id: int, stage: str) -> HttpResponse:
    """Show a checklist: what is due, late and done, for everybody or for one owner."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_stages())
    whole, today = stage_of(vacancy, stage), localdate()
    owners, owner = owners_in(whole, request.GET.get("owner", ""), OWNERS)
    shown = tasks_of(whole, owner) if owner else whole
    context = {
        "vacancy": vacancy,
        "stage": whole.stage,
        "stages": STAGES.values(),
        "checklist": whole,
        "groups": [(group.name, _stage_rows(group.tasks, today)) for group in shown.groups],
        "progress": progress(shown.tasks, today),
        "whole": progress(whole.tasks, today),
        "owners": owners,
        "owner": owner,
        "address": stage_address(vacancy, stage),
    }
    return render(request, "vacancies/recruiting/stage_detail.html", context)


@require_safe
def stage_file(request: UserRequest, vacancy_id: int, stage: str, kind: str) -> HttpResponse:
    """Return a checklist as a file; `owner` in the address keeps it to the tasks of one."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_stages())
    whole = stage_of(vacancy, stage)
    _, owner = owners_in(whole, request.GET.get("owner", ""), OWNERS)
    shown = tasks_of(whole, owner) if owner else whole
    name = f"{stage}-checklist-{owner.slug}" if owner else f"{stage}-checklist"
    made = partial(stages_document, [shown], _post(vacancy))
    return file_response(request, kind, name, vacancy.title, document=made)


@require_safe
def stages_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return the checklists of all stages in one file."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_stages())
    made = partial(stages_document, stages_of(vacancy), _post(vacancy))
    return file_response(request, kind, ALL, vacancy.title, document=made)


def stage_address(vacancy: Vacancy, stage: str) -> str:
    """Return the address of a checklist."""
    return reverse("vacancies:stage_detail", args=[vacancy.pk, stage])


def stage_entries(vacancy: Vacancy, today: date) -> list[Entry]:
    """Return the checklists' entries on the vacancy's first page.

    Fetch the vacancy with what `for_stages()` fetches.
    """
    return [_line(vacancy, checklist, today) for checklist in stages_of(vacancy)]


def _line(vacancy: Vacancy, checklist: StageChecklist, today: date) -> Entry:
    counts = progress(checklist.tasks, today)
    late = f" {counts.late} late." if counts.late else ""
    status = "incomplete" if counts.done else "not-started"
    return Entry(
        "checklist",
        checklist.stage.slug,
        f"{checklist.stage.name} checklist",
        stage_address(vacancy, checklist.stage.slug),
        "complete" if counts.is_complete else status,
        f"{counts.done} of {counts.total} done.{late}",
    )


def _stage_rows(tasks: tuple[StageTask, ...], today: date) -> list[StageRow]:
    return [StageRow(task, state_of(task, today), ANCHORS.get(task.missing)) for task in tasks]


def _post(vacancy: Vacancy) -> Post:
    situation = situation_of(vacancy)
    return Post(
        title=vacancy.title,
        organisation=vacancy.organisation.name,
        band=vacancy.offered_band,
        contract=vacancy.get_contract_display(),
        dates=dict(situation.dates),
        holidays_of=HOLIDAYS_OF[situation.nation],
    )


says_why = redirect_on(StageError, "vacancies:stage_detail", "vacancy_id", "stage")


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
    return render(
        request, "vacancies/recruiting/stage_task_create.html", _context(vacancy, stage, form)
    )


@require_safe_or_post
@says_why
@atomic_on_post
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
    return render(request, "vacancies/recruiting/stage_task_edit.html", context)


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
    return render(request, "vacancies/recruiting/stage_task_remove.html", context)


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
