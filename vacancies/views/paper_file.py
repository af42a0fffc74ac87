"""A paper of a vacancy as a file to keep."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from kls_portal.documents.file_names import file_name
from kls_portal.documents.paper import Paper
from kls_portal.documents.paper_docx import paper_docx
from kls_portal.documents.paper_pdf import paper_pdf
from kls_portal.documents.pdf import DocumentTooLongError
from vacancies.models import Vacancy
from vacancies.views.download import download
from vacancies.views.files import TOO_LONG


def paper_file(
    request: HttpRequest, vacancy: Vacancy, paper: Paper, kind: str, name: str, page: str
) -> HttpResponse:
    """Return the paper as a PDF or Word file called `name`; go to `page` where it is too long."""
    try:
        body = paper_pdf(paper) if kind == "pdf" else paper_docx(paper)
    except DocumentTooLongError:
        messages.error(request, TOO_LONG)
        return redirect(page, vacancy.pk)
    return download(body, kind, file_name(name, vacancy.title, localdate(), kind))
