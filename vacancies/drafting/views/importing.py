"""The import of an old job description, and the reality check of a job."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered
from kls_portal.in_words import counted, listed
from vacancies.drafting.forms.confirming import ConfirmForms
from vacancies.drafting.forms.importing import OldJobForm, RealityForm
from vacancies.drafting.rules.reality import compare
from vacancies.drafting.services.importing import import_parts
from vacancies.drafting.services.versions import draft_in, factors_of, last_agreed
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, vacancy_edit, vacancy_form

NOTHING_NEW = "You did not tick anything new, so the draft has not changed."


@vacancy_form()
def import_create(request: UserRequest, vacancy: Vacancy) -> Answer:
    form = OldJobForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        notes = {"from_pdf": form.from_pdf, "other_jobs": form.old_job.other_jobs}
        return _confirm(request, vacancy, ConfirmForms(vacancy, job=form.old_job), notes)
    return {"form": form}


@vacancy_edit()
def import_confirm(request: UserRequest, vacancy: Vacancy) -> HttpResponse:
    if request.method != "POST":
        return redirect("vacancies:import_create", vacancy.pk)
    forms = ConfirmForms(vacancy, request.POST)
    if not forms.checked or not forms.is_valid():
        return _confirm(request, vacancy, forms)
    imported = import_parts(vacancy=vacancy, **forms.chosen())
    counts = (
        (imported.texts, "text", "texts"),
        (imported.duties, "duty", "duties"),
        (imported.criteria, "criterion", "criteria"),
        (imported.evidence, "factor of evidence", "factors of evidence"),
    )
    added = [counted(number, one, many) for number, one, many in counts if number]
    if not added:
        return answered(request, NOTHING_NEW, vacancy)
    said = f"You added {listed(added)} from the old job description. Now check each section."
    return answered(request, said, "vacancies:proposal_edit", vacancy.pk)


def _confirm(
    request: UserRequest,
    vacancy: object,
    forms: ConfirmForms,
    notes: Mapping[str, object] | None = None,
) -> HttpResponse:
    context = {"vacancy": vacancy, "forms": forms, **(notes or {})}
    return render(request, "vacancies/drafting/import_confirm.html", context)


@vacancy_form()
def reality_check(request: UserRequest, vacancy: Vacancy) -> Answer:
    version = last_agreed(vacancy.versions.all())
    duties = draft_in(version).duties if version else ()
    form = RealityForm(posted(request), duties=duties)
    context: dict[str, Any] = {
        "version": version,
        "duties": duties,
        "form": form,
        "today": localdate(),
    }
    if duties and request.method == "POST" and form.is_valid():
        result = compare(form.answers, form.cleaned_data["new"])
        context |= {"result": result, "factors": factors_of(result)}
    return context
