"""The quick checklist, that of a vacancy, and the blank form of a probation review."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer
from kls_portal.files import file_response
from kls_portal.public import public
from vacancies.induction.exports.checklist import (
    checklist_calendar,
    checklist_document,
    checklist_series,
)
from vacancies.induction.exports.plans import probation_review_form
from vacancies.induction.forms.quick_checklist import QuickChecklistForm
from vacancies.induction.models import InductionPlan
from vacancies.induction.rules.plan import probation_in
from vacancies.induction.services.checklists import checklist, checklist_of
from vacancies.planning.rules.checklist import Checklist
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import vacancy_page


@public
@require_safe
def quick_checklist(request: UserRequest) -> HttpResponse:
    form = QuickChecklistForm.from_address(request.GET)
    if form.is_bound and form.is_valid():
        situation = form.situation()
        tasks = checklist(situation)
        probation = probation_in(tasks, situation)
        context = {"checklist": tasks, "probation": probation, "query": form.query()}
        return render(request, "vacancies/induction/quick_checklist_result.html", context)
    return _ask_again(request, form, status=200)


@public
@require_safe
def quick_checklist_file(request: UserRequest, kind: str) -> HttpResponse:
    form = QuickChecklistForm.from_address(request.GET, always=True)
    if not form.is_valid():
        return _ask_again(request, form, status=400)
    tasks = checklist(form.situation())
    return _file(request, kind, tasks, f"quick-{form.fingerprint()}", now())


@public
@require_safe
def probation_review_file(request: UserRequest, kind: str) -> HttpResponse:
    return file_response(request, kind, "probation-review", document=probation_review_form)


@vacancy_page()
def induction_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    return {
        "checklist": checklist_of(vacancy),
        "plans": InductionPlan.objects.visible_to(request.user).filter(vacancy=vacancy),
    }


@vacancy_page()
def induction_file(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    tasks = checklist_of(vacancy)
    if tasks is None:
        return redirect("vacancies:induction_detail", vacancy.pk)
    return _file(request, kind, tasks, f"vacancy-{vacancy.key}", vacancy.changed)


def _ask_again(request: UserRequest, form: QuickChecklistForm, status: int) -> HttpResponse:
    return render(
        request, "vacancies/induction/quick_checklist.html", {"form": form}, status=status
    )


def _file(
    request: UserRequest, kind: str, tasks: Checklist, stem: str, stamp: datetime
) -> HttpResponse:
    return file_response(
        request,
        kind,
        "induction-checklist",
        tasks.role,
        tasks.start,
        document=lambda: checklist_document(tasks, on_screen=True),
        calendar=lambda: checklist_calendar(tasks, checklist_series(tasks, stem, stamp)),
    )
