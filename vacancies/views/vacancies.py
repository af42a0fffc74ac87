"""The manager's vacancies: list, open one, its task list, share it, delete it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from kls_portal.parts import Task
from vacancies.drafting.sections import Section
from vacancies.forms.vacancy import DeleteForm, NewVacancyForm, ShareForm
from vacancies.models import Vacancy
from vacancies.services.advert import advert_section_of
from vacancies.services.drafting import sections_of
from vacancies.services.outcomes import current_outcome
from vacancies.services.reality import due_version
from vacancies.services.vacancies import delete_vacancy, open_vacancy, share_vacancy
from vacancies.views.advert_plan import advert_plan_task
from vacancies.views.fetch import kept_vacancy_or_403, posted, vacancy_or_404
from vacancies.views.outcomes import outcome_task
from vacancies.views.selection import selection_tasks
from vacancies.views.stages import stage_tasks

PAGES = {
    "post": "post_edit",
    "dates": "dates_edit",
    "purpose": "purpose_edit",
    "duties": "duty_list",
    "person-specification": "criterion_list",
    "advert": "advert_edit",
}
MOST_LACKS_SHOWN = 3


@require_safe
def vacancy_list(request: UserRequest) -> HttpResponse:
    """Show the vacancies this person may open, newest change first."""
    vacancies = Vacancy.objects.visible_to(request.user).for_list()
    today = localdate()
    context = {
        "vacancies": [(row, due_version(row.versions.all(), today)) for row in vacancies],
        "is_member": request.user.memberships.exists(),
    }
    return render(request, "vacancies/vacancy_list.html", context)


@require_safe_or_post
def vacancy_create(request: UserRequest) -> HttpResponse:
    """Open a vacancy file. Sent twice, the same form opens it once."""
    form = NewVacancyForm(posted(request), person=request.user)
    if not form.may_open:
        return render(request, "vacancies/no_organisation.html", status=403)
    if request.method == "POST" and form.is_valid():
        vacancy = open_vacancy(person=request.user, **form.cleaned_data)
        return redirect(vacancy)
    return render(request, "vacancies/vacancy_create.html", {"form": form})


@require_safe
def vacancy_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the task list of a vacancy: each section, its status and what it still lacks."""
    among = Vacancy.objects.for_selection().for_stages().select_related("advert_case")
    vacancy, today = vacancy_or_404(request, vacancy_id, among), localdate()
    found = sections_of(vacancy)
    outcome = current_outcome(vacancy)
    context = {
        "vacancy": vacancy,
        "outcome": outcome,
        "end_tasks": [outcome_task(vacancy, outcome)],
        "complete": sum(not section.lacks for section in found),
        "tasks": [_task(vacancy, section) for section in found],
        "advert_tasks": [_task(vacancy, advert_section_of(vacancy)), advert_plan_task(vacancy)],
        "selection": selection_tasks(vacancy),
        "checklists": stage_tasks(vacancy, today),
        "is_keeper": vacancy.is_kept_by(request.user),
        "due_version": due_version(vacancy.versions.defer("content"), today),
    }
    return render(request, "vacancies/vacancy_detail.html", context)


@require_safe_or_post
def vacancy_share(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Choose the colleagues who may work on this vacancy."""
    vacancy = kept_vacancy_or_403(request, vacancy_id)
    form = ShareForm(posted(request), vacancy=vacancy)
    if request.method == "POST" and form.is_valid():
        share_vacancy(vacancy=vacancy, people=form.cleaned_data["people"])
        messages.success(request, "You saved who may work on this vacancy.")
        return redirect(vacancy)
    return render(request, "vacancies/vacancy_share.html", {"vacancy": vacancy, "form": form})


@require_safe_or_post
def vacancy_delete(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Delete a vacancy with all that belongs to it, once the person has confirmed."""
    vacancy = kept_vacancy_or_403(request, vacancy_id)
    form = DeleteForm(posted(request))
    if request.method == "POST" and form.is_valid():
        delete_vacancy(vacancy=vacancy)
        messages.success(request, f"You deleted “{vacancy.title}”.")
        return redirect("vacancies:vacancy_list")
    return render(request, "vacancies/vacancy_delete.html", {"vacancy": vacancy, "form": form})


def _task(vacancy: Vacancy, section: Section) -> Task:
    hint = " ".join(section.lacks[:MOST_LACKS_SHOWN])
    if more := len(section.lacks) - MOST_LACKS_SHOWN:
        hint += f" And {more} more." if more > 0 else ""
    address = reverse(f"vacancies:{PAGES[section.slug]}", args=[vacancy.pk])
    return Task(section.name, address, hint=hint, status=section.status)
