"""The first pages: the list of vacancies, and the task list of one."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.parts import Task
from kls_portal.permissions import Action
from vacancies.drafting.rules.field import SECTIONS
from vacancies.drafting.rules.sections import Section
from vacancies.drafting.services.drafting import advert_section_of, sections_of
from vacancies.drafting.services.job_descriptions import due_version
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import vacancy_or_404
from vacancies.recruiting.services.outcomes import current_outcome
from vacancies.recruiting.views.advert_plan import advert_plan_task
from vacancies.recruiting.views.outcomes import outcome_task
from vacancies.recruiting.views.selection import selection_tasks
from vacancies.recruiting.views.stages import stage_tasks

MOST_SHOWN = 3


@require_safe
def vacancy_list(request: UserRequest) -> HttpResponse:
    """Show the vacancies this person may open, newest change first."""
    vacancies = Vacancy.objects.visible_to(request.user).for_list()
    today = localdate()
    context = {
        "vacancies": [(row, due_version(row.versions.all(), today)) for row in vacancies],
        "is_member": request.user.memberships.exists(),
    }
    return render(request, "vacancies/overview/vacancy_list.html", context)


@require_safe
def vacancy_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the task list of a vacancy: each section, its status and what is missing."""
    among = (
        Vacancy.objects.for_selection()
        .for_stages()
        .select_related("advert_case", "example_copy")
        .telling(request.user, Action.SHARE)
    )
    vacancy, today = vacancy_or_404(request, vacancy_id, among), localdate()
    found = sections_of(vacancy)
    outcome = current_outcome(vacancy)
    context = {
        "vacancy": vacancy,
        "outcome": outcome,
        "end_tasks": [outcome_task(vacancy, outcome)],
        "complete": sum(not section.missing for section in found),
        "tasks": [_task(vacancy, section) for section in found],
        "advert_tasks": [_task(vacancy, advert_section_of(vacancy)), advert_plan_task(vacancy)],
        "selection": selection_tasks(vacancy),
        "checklists": stage_tasks(vacancy, today),
        "due_version": due_version(vacancy.versions.defer("content"), today),
    }
    return render(request, "vacancies/overview/vacancy_detail.html", context)


def _task(vacancy: Vacancy, section: Section) -> Task:
    hint = " ".join(section.missing[:MOST_SHOWN])
    if more := len(section.missing) - MOST_SHOWN:
        hint += f" And {more} more." if more > 0 else ""
    address = reverse(f"vacancies:{SECTIONS[section.slug].page}", args=[vacancy.pk])
    return Task(section.name, address, hint=hint, status=section.status)
