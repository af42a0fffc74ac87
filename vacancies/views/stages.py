"""The checklists of a vacancy for advertising, selection and appointment, and their files."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.parts import Task
from vacancies.checklists.progress import progress, state_of, tasks_of
from vacancies.checklists.stage import ANCHORS, OWNERS, STAGES, Anchor, StageChecklist, StageTask
from vacancies.checklists.working_days import HOLIDAYS_OF
from vacancies.exports.stage_papers import Post, stages_paper
from vacancies.models import Vacancy
from vacancies.services.stages import situation_of, stage_of, stages_of
from vacancies.views.download import paper_download
from vacancies.views.fetch import vacancy_or_404
from vacancies.views.induction_plan_parts import owners_in

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
        "groups": [(group.name, _rows(group.tasks, today)) for group in shown.groups],
        "progress": progress(shown.tasks, today),
        "whole": progress(whole.tasks, today),
        "owners": owners,
        "owner": owner,
        "address": stage_address(vacancy, stage),
    }
    return render(request, "vacancies/stage_detail.html", context)


@require_safe
def stage_file(request: UserRequest, vacancy_id: int, stage: str, kind: str) -> HttpResponse:
    """Return a checklist as a file; `owner` in the address keeps it to the tasks of one."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_stages())
    whole = stage_of(vacancy, stage)
    _, owner = owners_in(whole, request.GET.get("owner", ""), OWNERS)
    shown = tasks_of(whole, owner) if owner else whole
    name = f"{stage}-checklist-{owner.slug}" if owner else f"{stage}-checklist"
    paper, back = stages_paper([shown], _post(vacancy)), stage_address(vacancy, stage)
    return paper_download(request, paper, kind, name, vacancy.title, back)


@require_safe
def stages_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return the checklists of all stages in one file."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_stages())
    paper, back = stages_paper(stages_of(vacancy), _post(vacancy)), vacancy.get_absolute_url()
    return paper_download(request, paper, kind, ALL, vacancy.title, back)


def stage_address(vacancy: Vacancy, stage: str) -> str:
    """Return the address of a checklist."""
    return reverse("vacancies:stage_detail", args=[vacancy.pk, stage])


def stage_tasks(vacancy: Vacancy, today: date) -> list[Task]:
    """Return the checklists' lines of the vacancy's task list.

    Fetch the vacancy with what `for_stages()` fetches.
    """
    return [_line(vacancy, checklist, today) for checklist in stages_of(vacancy)]


def _line(vacancy: Vacancy, checklist: StageChecklist, today: date) -> Task:
    counts = progress(checklist.tasks, today)
    late = f" {counts.late} late." if counts.late else ""
    status = "incomplete" if counts.done else "not-started"
    return Task(
        f"{checklist.stage.name} checklist",
        stage_address(vacancy, checklist.stage.slug),
        hint=f"{counts.done} of {counts.total} done.{late}",
        status="complete" if counts.is_complete else status,
    )


def _rows(tasks: tuple[StageTask, ...], today: date) -> list[StageRow]:
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
