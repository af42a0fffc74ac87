"""The list of vacancies, and the first page of a vacancy."""

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, page
from kls_portal.parts import Task
from kls_portal.public import kept_in_process
from vacancies.overview.forms import FindVacanciesForm
from vacancies.overview.services import listed, rows_of
from vacancies.posts.models import Vacancy
from vacancies.posts.overview import FILE, Entry, Notice, Stage, Waiting, overview
from vacancies.posts.requests import vacancy_page

PER_PAGE = 25


@page
def vacancy_list(request: UserRequest) -> Answer:
    form = FindVacanciesForm(request.GET, person=request.user)
    matching = form.found_in(listed(Vacancy.objects.visible_to(request.user)))
    page = Paginator(matching, PER_PAGE).get_page(request.GET.get("page"))
    return {
        "form": form,
        "page": page,
        "rows": rows_of(page, localdate()),
        "is_member": request.user.memberships.exists(),
    }


@vacancy_page(lambda: overview.fetched)
def vacancy_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    today = localdate()
    lines = overview.lines_of(vacancy, today)
    entries = [line for line in lines if isinstance(line, Entry)]
    standing = overview.standing(vacancy, today)
    return {
        "notices": [line for line in lines if isinstance(line, Notice)],
        "standing": standing,
        "steps": [Task(stage.name, status=stage.state) for stage in standing.stages],
        "waiting": [
            line for line in lines if isinstance(line, Waiting) and line.until != standing.current
        ],
        "stages": _stages([(stage, *_of_stage(stage, entries)) for stage in standing.stages]),
        "file": [entry for entry in entries if entry.part == FILE],
    }


def _stages(stages: list[tuple[Stage, list[Task], list[Entry]]]) -> Any:
    page = "vacancies/overview/partials/stages.html"
    drawn = partial(render_to_string, page, {"stages": stages})
    return kept_in_process(f"stages {stages}", drawn)


def _of_stage(stage: Stage, entries: list[Entry]) -> tuple[list[Task], list[Entry]]:
    """Return the tasks of a stage, its part of the plan first, and its pages without a state."""
    own = [entry for entry in entries if entry.part == stage.slug]
    plan = Task(f"{stage.name}: milestones and tasks", stage.address, status=stage.state)
    pages = [entry for entry in own if not entry.state]
    return [plan, *(entry.task for entry in own if entry.state)], pages
