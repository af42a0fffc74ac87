"""The packs of a selection: a page that lists them, and each as a file. They are blank forms."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from vacancies.checks.questions import questions_for
from vacancies.exports.selection_packs import PAPERS
from vacancies.forms.packs import PacksForm
from vacancies.models import Vacancy
from vacancies.selection import bank
from vacancies.services.selection import packs_of, thread_of
from vacancies.views.download import paper_download
from vacancies.views.fetch import vacancy_or_404

SLUGS = tuple(PAPERS)


@require_safe
def pack_list(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the packs with what each still lacks. `?candidates=…`: room in the grid."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_selection())
    form = _form(request)
    context = {
        "vacancy": vacancy,
        "packs": packs_of(vacancy),
        "form": form,
        "candidates": form.number,
        "questions": questions_for("selection"),
    }
    return render(request, "vacancies/pack_list.html", context)


@require_safe
def pack_file(request: UserRequest, vacancy_id: int, slug: str, kind: str) -> HttpResponse:
    """Return a pack as a file; with a number that is no number, go where it is asked."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_selection())
    page = reverse("vacancies:pack_list", args=[vacancy.pk])
    form = _form(request)
    if form.is_bound and not form.is_valid():
        return redirect(f"{page}?{request.GET.urlencode()}")
    paper = PAPERS[slug](thread_of(vacancy), bank.limits(), form.number, localdate())
    return paper_download(request, paper, kind, slug, vacancy.title, page)


def _form(request: UserRequest) -> PacksForm:
    return PacksForm(request.GET if "candidates" in request.GET else None)
