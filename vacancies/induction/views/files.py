"""Induction plans as files: one plan, all of a service, and what is held about a starter."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.documents.document_docx import document_docx
from kls_portal.documents.document_pdf import document_pdf
from kls_portal.documents.file_names import file_name
from vacancies.induction.exports.calendar import DatedChecklist, checklist_ics, checklists_ics
from vacancies.induction.exports.checklist import checklist_docx, checklist_pdf, no_tasks
from vacancies.induction.exports.plans import HeldData, held_data_document, plans_document
from vacancies.induction.models.plan import InductionPlan
from vacancies.induction.services.plans import tasks_of_plan
from vacancies.induction.views.plans import MOST_PLANS, ROLES, days_worked, plan_or_404
from vacancies.planning.owners import owners_in
from vacancies.planning.rules.checklist import Checklist
from vacancies.planning.rules.progress import tasks_of
from vacancies.posts.requests import download


@require_safe
def plan_file(request: UserRequest, plan_id: int, kind: str) -> HttpResponse:
    """Return a plan, or the list of one owner, as a file.

    `owner` in the address: a slug. `paper=yes`: boxes to tick with a pen, all empty.
    """
    plan = plan_or_404(request, plan_id)
    whole = tasks_of_plan(plan)
    _, owner = owners_in(whole, request.GET.get("owner", ""), ROLES)
    shown = tasks_of(whole, owner) if owner else whole
    if kind == "ics" and not shown.tasks:
        # A calendar file without an event is none (RFC 5545, section 3.6).
        messages.error(request, f"{no_tasks(shown)} So there is no calendar file.")
        return redirect(f"{plan.get_absolute_url()}{f'?owner={owner.slug}' if owner else ''}")
    on_paper = request.GET.get("paper") == "yes"
    if on_paper:
        shown = _blank(shown)
    if kind == "pdf":
        body = checklist_pdf(shown, on_screen=not on_paper)
    elif kind == "docx":
        body = checklist_docx(shown)
    else:
        body = checklist_ics(shown, _stem(plan), plan.changed, plan.revision)
    blank = "-blank" if on_paper else ""
    name = f"induction-plan{blank}-{owner.slug}" if owner else f"induction-plan{blank}"
    return download(body, kind, file_name(name, plan.title, plan.starts_on, kind))


@require_safe
def plans_file(request: UserRequest, kind: str) -> HttpResponse:
    """Return every plan this person may open in one file, the latest start first."""
    plans = InductionPlan.objects.visible_to(request.user).with_tasks()
    number = plans.count()
    found = list(plans[:MOST_PLANS])
    if not found:
        messages.error(request, "There is no plan to put into a file yet.")
        return redirect("vacancies:plan_list")
    checklists = [tasks_of_plan(plan) for plan in found]
    if kind == "ics":
        dated = [
            DatedChecklist(checklist, _stem(plan), plan.changed, plan.revision)
            for plan, checklist in zip(found, checklists, strict=True)
        ]
        shown = "" if number == len(found) else f" ({len(found)} of {number}, latest start first)"
        body = checklists_ics(dated, "induction-plans", f"Induction plans{shown}")
    else:
        organisations = {plan.organisation.name for plan in found}
        document = plans_document(checklists, ", ".join(sorted(organisations)), number - len(found))
        body = document_pdf(document) if kind == "pdf" else document_docx(document)
    return download(body, kind, file_name("induction-plans", "all", localdate(), kind))


@require_safe
def plan_data_file(request: UserRequest, plan_id: int, kind: str) -> HttpResponse:
    """Return all that a plan holds about its starter, to hand to them."""
    plan = plan_or_404(request, plan_id)
    held = HeldData(
        checklist=tasks_of_plan(plan),
        name=plan.starter_name,
        weekdays=days_worked(plan),
        purge_on=plan.purge_on,
        events=tuple(
            (localtime(event.at), event.get_by_display(), event.words)
            for event in plan.events.all()
        ),
        links=tuple(
            (
                localtime(link.made_at),
                localtime(link.expires_at),
                localtime(link.revoked_at) if link.revoked_at else None,
            )
            for link in plan.links.all()
        ),
        kind=plan.get_kind_display(),
        questions=tuple((localtime(q.asked_at), q.text, q.answer) for q in plan.questions.all()),
    )
    document = held_data_document(held)
    body = document_pdf(document) if kind == "pdf" else document_docx(document)
    return download(body, kind, file_name("held-data", plan.title, plan.starts_on, kind))


def _stem(plan: InductionPlan) -> str:
    return f"plan-{plan.key}"


def _blank(checklist: Checklist) -> Checklist:
    groups = [
        replace(group, tasks=tuple(replace(task, done=None) for task in group.tasks))
        for group in checklist.groups
    ]
    return replace(checklist, groups=tuple(groups))
