"""The packs of a selection: a page that lists them, and each as a file. They are blank forms."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.documents.file_names import file_name
from kls_portal.documents.paper_docx import paper_docx
from kls_portal.documents.paper_pdf import paper_pdf
from kls_portal.documents.pdf import DocumentTooLongError
from vacancies.checks.questions import questions_for
from vacancies.exports.selection_packs import PAPERS
from vacancies.forms.packs import PacksForm
from vacancies.models import Vacancy
from vacancies.selection import bank
from vacancies.services.selection import packs_of, thread_of
from vacancies.views.download import download
from vacancies.views.fetch import vacancy_or_404
from vacancies.views.files import TOO_LONG

SLUGS = tuple(PAPERS)


@require_safe
def pack_list(request: HttpRequest, vacancy_id: int) -> HttpResponse:
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
def pack_file(request: HttpRequest, vacancy_id: int, slug: str, kind: str) -> HttpResponse:
    """Return a pack as a file; with a number that is no number, go where it is asked."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_selection())
    page = reverse("vacancies:pack_list", args=[vacancy.pk])
    form = _form(request)
    if form.is_bound and not form.is_valid():
        return redirect(f"{page}?{request.GET.urlencode()}")
    day = localdate()
    paper = PAPERS[slug](thread_of(vacancy), bank.limits(), form.number, day)
    try:
        body = paper_pdf(paper) if kind == "pdf" else paper_docx(paper)
    except DocumentTooLongError:
        messages.error(request, TOO_LONG)
        return redirect(page)
    return download(body, kind, file_name(slug, vacancy.title, day, kind))


def _form(request: HttpRequest) -> PacksForm:
    return PacksForm(request.GET if "candidates" in request.GET else None)
