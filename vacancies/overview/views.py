"""The first pages: the list of vacancies, and the task list of one."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.parts import Task
from kls_portal.permissions import Action
from vacancies.posts.models import Vacancy
from vacancies.posts.overview import PARTS, Entry, Notice, Part, overview
from vacancies.posts.requests import vacancy_or_404


@require_safe
def vacancy_list(request: UserRequest) -> HttpResponse:
    """Show the vacancies this person may open, newest change first."""
    vacancies = Vacancy.objects.visible_to(request.user).for_list()
    today = localdate()
    context = {
        "vacancies": [(row, overview.rows_of(row, today)) for row in vacancies],
        "is_member": request.user.memberships.exists(),
    }
    return render(request, "vacancies/overview/vacancy_list.html", context)


@require_safe
def vacancy_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the task list of a vacancy: each entry, its state and what is missing."""
    among = overview.fetched(Vacancy.objects.all()).telling(request.user, Action.SHARE)
    vacancy = vacancy_or_404(request, vacancy_id, among)
    lines = overview.lines_of(vacancy, localdate())
    entries = [line for line in lines if isinstance(line, Entry)]
    sections = [one for one in entries if one.part == "section" and one.state]
    context = {
        "vacancy": vacancy,
        "notices": [line for line in lines if isinstance(line, Notice)],
        "sections": sections,
        "complete": sum(not one.missing for one in sections),
        "parts": [(part, *_by_kind(part, entries)) for part in PARTS],
    }
    return render(request, "vacancies/overview/vacancy_detail.html", context)


def _by_kind(part: Part, entries: list[Entry]) -> tuple[list[Task], list[Entry], list[Entry]]:
    """Return what of a part has a state, as a task list shows it, the other pages, and files."""
    own = [entry for entry in entries if entry.part == part.slug]
    files = [entry for entry in own if entry.files]
    pages = [entry for entry in own if not entry.state and not entry.files]
    return [entry.task for entry in own if entry.state], pages, files
