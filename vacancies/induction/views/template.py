"""An organisation's own additions to the national induction template, for its lead."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kls_portal.accounts.models import Organisation
from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.induction.forms.plan import SettingsForm
from vacancies.induction.forms.task import OwnTaskForm, TaskForm
from vacancies.induction.models.template import OrganisationTask
from vacancies.induction.rules.layers import find
from vacancies.induction.rules.plan import for_whom, when_due
from vacancies.induction.services.checklists import template
from vacancies.induction.services.due import leave_out_of_organisation
from vacancies.induction.services.layers import (
    above_organisation,
    add_task,
    change_own_task,
    change_task,
    organisation_groups,
    restore,
)
from vacancies.induction.services.plans import keep_days, save_settings
from vacancies.induction.views.plans import led_organisation_or_404, to_add_anew
from vacancies.planning.rules.checklist import TemplateTask
from vacancies.planning.services import probation_terms
from vacancies.posts.requests import posted


@require_safe
def template_detail(request: UserRequest, organisation_id: int) -> HttpResponse:
    """Show the template as the organisation has it: what is national, changed, added, left out."""
    organisation = led_organisation_or_404(request, organisation_id)
    rows = {row.code: row for row in organisation.induction_tasks.all()}
    national = template()
    there = {task.id for group in national for task in group.tasks}
    context = {
        "organisation": organisation,
        "groups": [
            (group.name, [_shown(task, rows) for task in group.tasks])
            for group in organisation_groups(organisation)
            if group.tasks
        ],
        "left_out": [
            (group.name, task)
            for group in national
            for task in group.tasks
            if task.id in rows and rows[task.id].left_out
        ],
        "lost": [row for row in rows.values() if not row.is_own and row.code not in there],
        "keep_days": keep_days(organisation),
        "terms": probation_terms(organisation),
    }
    return render(request, "vacancies/induction/template_detail.html", context)


@require_safe_or_post
def template_task_create(request: UserRequest, organisation_id: int) -> HttpResponse:
    """Add a task of the organisation's own."""
    organisation = led_organisation_or_404(request, organisation_id)
    form = OwnTaskForm(posted(request))
    if request.method == "POST" and form.is_valid():
        add_task(
            rows=organisation.induction_tasks,
            key=form.cleaned_data["key"],
            prefix="own",
            wanted=form.wanted(),
        )
        messages.success(request, "You added a task. Open plans have it from now on.")
        return redirect("vacancies:template_detail", organisation.pk)
    context = {"organisation": organisation, "form": form}
    return render(request, "vacancies/induction/template_task_create.html", context)


@require_safe_or_post
def template_task_edit(request: UserRequest, organisation_id: int, code: str) -> HttpResponse:
    """Change a task for the organisation. The national template stays as it is."""
    organisation = led_organisation_or_404(request, organisation_id)
    there = find(organisation_groups(organisation), code)
    if there is None:
        return _gone(request, organisation)
    row = organisation.induction_tasks.filter(code=code).first()
    own = row if row is not None and row.is_own else None
    form = (OwnTaskForm if own else TaskForm)(posted(request), there=there)
    if request.method == "POST" and form.is_valid():
        above = above_organisation(code)
        if own:
            change_own_task(row=own, wanted=form.wanted())
        elif above:
            change_task(rows=organisation.induction_tasks, above=above, wanted=form.wanted())
        messages.success(request, "You changed the task. Open plans follow; done tasks stay.")
        return redirect("vacancies:template_detail", organisation.pk)
    context = {"organisation": organisation, "there": there, "row": row, "form": form}
    return render(request, "vacancies/induction/template_task_edit.html", context)


@require_safe_or_post
def template_task_remove(request: UserRequest, organisation_id: int, code: str) -> HttpResponse:
    """Leave a task out for the organisation, once confirmed. Open plans keep it, marked."""
    organisation = led_organisation_or_404(request, organisation_id)
    there = find(organisation_groups(organisation), code)
    if there is None:
        return _gone(request, organisation)
    if request.method == "POST":
        leave_out_of_organisation(organisation=organisation, code=code)
        messages.success(request, "You left the task out. Open plans keep it, with a mark.")
        return redirect("vacancies:template_detail", organisation.pk)
    context = {"organisation": organisation, "there": there}
    return render(request, "vacancies/induction/template_task_remove.html", context)


@require_POST
def template_task_restore(request: UserRequest, organisation_id: int, code: str) -> HttpResponse:
    """Let a task be as in the national template again."""
    organisation = led_organisation_or_404(request, organisation_id)
    restore(rows=organisation.induction_tasks, code=code)
    messages.success(request, "The task is as in the national template again.")
    return redirect("vacancies:template_detail", organisation.pk)


@require_safe_or_post
def template_settings(request: UserRequest, organisation_id: int) -> HttpResponse:
    """Say how long the organisation keeps its plans, and what holds in its probation."""
    organisation = led_organisation_or_404(request, organisation_id)
    terms = probation_terms(organisation)
    form = SettingsForm(
        posted(request),
        initial={
            "keep_days": keep_days(organisation),
            "months": terms.own_months,
            "notice_weeks": terms.own_notice_weeks,
        },
    )
    if request.method == "POST" and form.is_valid():
        save_settings(organisation=organisation, **form.cleaned_data)
        messages.success(request, "You saved how long plans are kept, and your probation.")
        return redirect("vacancies:template_detail", organisation.pk)
    context = {"organisation": organisation, "form": form}
    return render(request, "vacancies/induction/template_settings.html", context)


def _shown(task: TemplateTask, rows: Mapping[str, OrganisationTask]) -> tuple[Any, ...]:
    return task, rows.get(task.id), when_due(task.due), for_whom(task)


def _gone(request: UserRequest, organisation: Organisation) -> HttpResponse:
    """Give what was typed back where the task was left out meanwhile, to add it anew."""
    action = reverse("vacancies:template_task_create", args=[organisation.pk])
    form = to_add_anew(request, OwnTaskForm, action)
    if form is None:
        messages.info(request, "That task is not among your tasks any more.")
        return redirect("vacancies:template_detail", organisation.pk)
    context = {"organisation": organisation, "form": form, "gone": True}
    return render(request, "vacancies/induction/template_task_create.html", context, status=404)
