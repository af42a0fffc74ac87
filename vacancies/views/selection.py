"""Which method tests which criterion, and the selection's lines of the task list."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.parts import Task
from vacancies.models import Vacancy
from vacancies.selection import hole
from vacancies.selection.coverage import coverage
from vacancies.selection.methods import METHODS
from vacancies.services.selection import holes_of, packs_of, thread_of
from vacancies.views.fetch import vacancy_or_404

OF_CRITERIA = (hole.CRITERION, hole.NEW_CRITERION, hole.NEW_QUESTION)


@require_safe
def coverage_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show criteria by methods, and name each hole with the way to mend it."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_selection())
    context = {
        "vacancy": vacancy,
        "methods": METHODS,
        "rows": coverage(thread_of(vacancy)),
        "holes": [(one, mend_address(vacancy, one.mend)) for one in holes_of(vacancy)],
    }
    return render(request, "vacancies/coverage_detail.html", context)


def mend_address(vacancy: Vacancy, mend: hole.Mend) -> str:
    """Return the address of the page where a hole is mended."""
    if mend.page == hole.CRITERION:
        return reverse("vacancies:criterion_edit", args=[vacancy.pk, mend.row])
    if mend.page == hole.NEW_CRITERION:
        address = reverse("vacancies:criterion_create", args=[vacancy.pk])
        return f"{address}?{urlencode({'duty': mend.row})}"
    if mend.page == hole.QUESTION:
        return reverse("vacancies:question_edit", args=[vacancy.pk, mend.row])
    if mend.page == hole.NEW_QUESTION:
        address = reverse("vacancies:question_create", args=[vacancy.pk])
        return f"{address}?{urlencode({'criterion': mend.row, 'method': mend.method})}"
    page = "weight_edit" if mend.page == hole.WEIGHTS else "question_list"
    return reverse(f"vacancies:{page}", args=[vacancy.pk])


def selection_tasks(vacancy: Vacancy) -> list[Task]:
    """Return the selection's lines of the task list. Fetch the vacancy with `for_selection()`."""
    found = holes_of(vacancy)
    lacking = sum(bool(pack.lacks) for pack in packs_of(vacancy))
    of_criteria = sum(one.mend.page in OF_CRITERIA for one in found)
    begun = bool(vacancy.criteria.all())
    asks = bool(vacancy.questions.all())
    lines = (
        ("coverage_detail", "How each criterion is assessed", of_criteria, begun),
        ("question_list", "Questions and tasks", len(found) - of_criteria, asks),
        ("pack_list", "Selection packs", lacking, begun),
    )
    return [
        Task(
            title,
            reverse(f"vacancies:{page}", args=[vacancy.pk]),
            hint=_hint(page, left) if started else "",
            status=_status(left, started),
        )
        for page, title, left, started in lines
    ]


def _hint(page: str, left: int) -> str:
    if not left:
        return ""
    if page == "pack_list":
        return "1 pack lacks something." if left == 1 else f"{left} packs lack something."
    return "1 thing to look at." if left == 1 else f"{left} things to look at."


def _status(left: int, started: bool) -> str:
    if not started:
        return "not-started"
    return "incomplete" if left else "complete"
