"""Checklists as pages and as files: the quick one, that of a vacancy, and those of plans."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer
from kls_portal.documents.calendar_file import Calendar, Series
from kls_portal.documents.formats import FORMATS
from kls_portal.files import file_response
from kls_portal.in_words import long_date
from kls_portal.public import public
from vacancies.induction.exports.checklist import (
    KIND,
    checklist_calendar,
    checklist_document,
    checklist_series,
    no_tasks,
)
from vacancies.induction.exports.plans import (
    held_data_document,
    plans_document,
    probation_review_form,
)
from vacancies.induction.forms.plan import WELCOME
from vacancies.induction.forms.quick_checklist import QuickChecklistForm
from vacancies.induction.models import InductionPlan
from vacancies.induction.rules.plan import probation_in
from vacancies.induction.services.checklists import checklist
from vacancies.induction.services.tasks import checklist_for, tasks_of_plan
from vacancies.induction.views.plans import MOST_PLANS, days_worked, plan_page
from vacancies.planning.rules.checklist import OF_STARTERS, Checklist
from vacancies.planning.rules.standing import tasks_of
from vacancies.planning.views import owners_in
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
    return _file(request, kind, tasks, f"quick-{form.fingerprint()}")


@public
@require_safe
def probation_review_file(request: UserRequest, kind: str) -> HttpResponse:
    return file_response(request, kind, "probation-review", document=probation_review_form)


@vacancy_page(Vacancy.objects.for_dates)
def induction_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    return {
        "checklist": checklist_for(vacancy),
        "plans": InductionPlan.objects.visible_to(request.user).filter(vacancy=vacancy),
    }


@vacancy_page(Vacancy.objects.for_dates)
def induction_file(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    tasks = checklist_for(vacancy)
    if tasks is None:
        return redirect("vacancies:induction_detail", vacancy.pk)
    return _file(request, kind, tasks, f"vacancy-{vacancy.key}")


def _ask_again(request: UserRequest, form: QuickChecklistForm, status: int) -> HttpResponse:
    return render(
        request, "vacancies/induction/quick_checklist.html", {"form": form}, status=status
    )


def _file(request: UserRequest, kind: str, tasks: Checklist, stem: str) -> HttpResponse:
    return file_response(
        request,
        kind,
        "induction-checklist",
        tasks.role,
        tasks.start,
        document=lambda: checklist_document(tasks, on_screen=True),
        calendar=lambda: checklist_calendar(tasks, checklist_series(tasks, stem)),
    )


@plan_page
def plan_file(request: UserRequest, plan: InductionPlan, kind: str) -> HttpResponse:
    """Return a plan, or the tasks of one owner, as a file.

    Query: `owner`, a slug; `paper=yes` for empty boxes to tick with a pen.
    """
    whole = tasks_of_plan(plan)
    _, owner = owners_in(whole, request.GET.get("owner", ""), OF_STARTERS)
    asked = tasks_of(whole, owner) if owner else whole
    if FORMATS[kind].made_of is Calendar and not asked.tasks:
        # A calendar file must contain at least one event (RFC 5545, section 3.6).
        messages.error(request, f"{no_tasks(asked)} So there is no calendar file.")
        return redirect(f"{plan.get_absolute_url()}{f'?owner={owner.slug}' if owner else ''}")
    on_paper = request.GET.get("paper") == "yes"
    if on_paper:
        asked = _blank(asked)
    blank = "-blank" if on_paper else ""
    return file_response(
        request,
        kind,
        f"induction-plan{blank}-{owner.slug}" if owner else f"induction-plan{blank}",
        plan.title,
        plan.starts_on,
        document=lambda: checklist_document(asked, on_screen=not on_paper),
        calendar=lambda: checklist_calendar(asked, _series(plan, asked)),
    )


@require_safe
def plans_file(request: UserRequest, kind: str) -> HttpResponse:
    plans = InductionPlan.objects.visible_to(request.user).with_tasks()
    number = plans.count()
    listed = list(plans[:MOST_PLANS])
    if not listed:
        messages.error(request, "There is no plan to put into a file yet.")
        return redirect("vacancies:plan_list")
    checklists = [tasks_of_plan(plan) for plan in listed]
    left_off = number - len(listed)
    organisations = ", ".join(sorted({plan.organisation.name for plan in listed}))
    counted = f" ({len(listed)} of {number}, latest start first)" if left_off else ""

    def calendar() -> Calendar:
        series = tuple(map(_series, listed, checklists))
        return Calendar(f"Induction plans{counted}", KIND, series, "induction-plans")

    return file_response(
        request,
        kind,
        "induction-plans",
        "all",
        document=lambda: plans_document(checklists, organisations, left_off),
        calendar=calendar,
    )


@plan_page
def plan_data_file(request: UserRequest, plan: InductionPlan, kind: str) -> HttpResponse:
    made = partial(
        held_data_document,
        tasks_of_plan(plan),
        plan.starter_name,
        _held(plan),
        [(localdate(one.asked_at), one.text, one.answer) for one in plan.questions.all()],
        [
            (
                localdate(one.made_at),
                localdate(one.expires_at),
                one.revoked_at and localdate(one.revoked_at),
            )
            for one in plan.links.all()
        ],
        [(localdate(one.at), one.get_by_display(), one.words) for one in plan.events.all()],
    )
    return file_response(request, kind, "held-data", plan.title, plan.starts_on, document=made)


def _held(plan: InductionPlan) -> Iterator[tuple[str, str]]:
    yield "The plan is for a", plan.get_kind_display()
    for name in ("arrives_at", *(one.name for one in WELCOME)):
        field: Any = plan._meta.get_field(name)
        value = getattr(plan, name) or ""
        yield capfirst(field.verbose_name), f"{value:%H:%M}" if isinstance(value, time) else value
    yield "Days worked", ", ".join(days_worked(plan))
    yield "Probation ended on", long_date(plan.probation_ended_on)
    yield "Deleted on", long_date(plan.purge_on)


def _series(plan: InductionPlan, checklist: Checklist) -> Series:
    return checklist_series(checklist, f"plan-{plan.key}", plan.revision)


def _blank(checklist: Checklist) -> Checklist:
    groups = [
        replace(group, tasks=tuple(replace(task, done=None) for task in group.tasks))
        for group in checklist.groups
    ]
    return replace(checklist, groups=tuple(groups))
