"""Versions of a draft: freeze one, read one, compare two."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.http_methods import require_safe_or_post
from vacancies.drafting.forms.versions import CompareForm, FreezeForm
from vacancies.drafting.models import DraftVersion
from vacancies.drafting.services.drafting import draft_of
from vacancies.drafting.services.job_descriptions import job_description_in
from vacancies.drafting.services.reviews import AGREEMENT
from vacancies.drafting.services.versions import (
    compare,
    freeze_draft,
    sheet_in,
    sheet_to_freeze,
    why_not,
)
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, refusal_in, vacancy_or_404


@require_safe_or_post
def version_list(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the versions of a vacancy, newest first, and freeze the draft as the next one.

    An unchanged draft can be frozen again to say who agreed it: at first, the reviewers who did.
    """
    vacancy = vacancy_or_404(request, vacancy_id)
    versions = list(vacancy.versions.select_related("frozen_by"))
    last = versions[0] if versions else None
    reason = why_not(draft_of(vacancy), sheet_to_freeze(vacancy), last)
    agreed = last.answers.filter(agrees=True).values_list("role", flat=True) if last else ()
    form = FreezeForm(posted(request), initial={"agreed_with": ", ".join(agreed)} if reason else {})
    if request.method == "POST" and form.is_valid():
        with refusal_in(form):
            version = freeze_draft(vacancy=vacancy, person=request.user, **form.cleaned_data)
            said = f"You froze version {version.number}."
            return answered(request, said, "vacancies:version_list", vacancy.pk)
    context = {"vacancy": vacancy, "form": form, "versions": versions, "why_not": reason}
    return render(request, "vacancies/drafting/version_list.html", context)


@require_safe
def version_detail(request: UserRequest, vacancy_id: int, number: int) -> HttpResponse:
    """Show a frozen version."""
    vacancy = vacancy_or_404(request, vacancy_id)
    version = version_or_404(vacancy, number)
    context = {
        "vacancy": vacancy,
        "version": version,
        "job": job_description_in(version),
        "sheet": sheet_in(version),
        "examples": version.examples.all(),
        "agreements": version.answers.filter(about=AGREEMENT),
    }
    return render(request, "vacancies/drafting/version_detail.html", context)


@require_safe
def version_changes(request: UserRequest, vacancy_id: int, number: int) -> HttpResponse:
    """Show what changed between a version and the current draft, or the version in `?to=`."""
    vacancy = vacancy_or_404(request, vacancy_id)
    version = version_or_404(vacancy, number)
    form = CompareForm(request.GET, others=list(vacancy.versions.exclude(pk=version.pk)))
    context = {
        "vacancy": vacancy,
        "version": version,
        "form": form,
        "comparison": compare(version, form.chosen, vacancy) if form.is_valid() else None,
    }
    return render(request, "vacancies/drafting/version_changes.html", context)


def version_or_404(vacancy: Vacancy, number: int) -> DraftVersion:
    """Return the version with that number. Raises Http404 if there is none."""
    return get_object_or_404(vacancy.versions.select_related("frozen_by"), number=number)
