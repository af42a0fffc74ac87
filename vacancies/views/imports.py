"""A draft started from an old job description: send it, confirm it part by part."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.forms.confirm import ConfirmForms
from vacancies.forms.old_job import OldJobForm
from vacancies.services.importing import Imported, import_parts
from vacancies.views.fetch import posted, vacancy_or_404, vacancy_to_change_or_404
from vacancies.views.saving import one_at_a_time

NOTHING_NEW = "You ticked nothing that is new, so the draft stays as it was."


@require_safe_or_post
def import_create(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Take an old job description and show what was found in it. Nothing is stored."""
    vacancy = vacancy_or_404(request, vacancy_id)
    form = OldJobForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _confirm(request, vacancy, ConfirmForms(vacancy, job=form.found))
    return render(request, "vacancies/import_create.html", {"vacancy": vacancy, "form": form})


@require_safe_or_post
@one_at_a_time
def import_confirm(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Write the parts that were ticked. Opened by itself, it goes where the text is asked for."""
    vacancy = vacancy_to_change_or_404(request, vacancy_id)
    if request.method != "POST":
        return redirect("vacancies:import_create", vacancy.pk)
    forms = ConfirmForms(vacancy, request.POST)
    if not forms.is_valid():
        return _confirm(request, vacancy, forms)
    found = import_parts(vacancy=vacancy, **forms.chosen())
    messages.success(request, _said(found))
    return redirect(vacancy)


def _confirm(request: UserRequest, vacancy: object, forms: ConfirmForms) -> HttpResponse:
    context = {"vacancy": vacancy, "forms": forms}
    return render(request, "vacancies/import_confirm.html", context)


def _said(found: Imported) -> str:
    counts = (
        (found.texts, "text", "texts"),
        (found.duties, "duty", "duties"),
        (found.criteria, "criterion", "criteria"),
    )
    parts = [f"{number} {one if number == 1 else many}" for number, one, many in counts if number]
    if not parts:
        return NOTHING_NEW
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"You took {listed} from the old job description. Check each section."
