"""The job description and the evidence sheet as files: PDF and Word."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.documents.file_names import file_name
from kls_portal.documents.pdf import DocumentTooLongError
from vacancies.drafting.exports.files import job_description_docx, job_description_pdf
from vacancies.drafting.rules.job_description import JobDescription
from vacancies.drafting.services.job_descriptions import job_description_in, job_description_of
from vacancies.drafting.views.versions import version_or_404
from vacancies.posts.requests import TOO_LONG, download, vacancy_or_404


@require_safe
def draft_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return the draft as it stands as a file."""
    vacancy = vacancy_or_404(request, vacancy_id)
    try:
        return _job_description(job_description_of(vacancy), kind)
    except DocumentTooLongError:
        messages.error(request, TOO_LONG)
        return redirect("vacancies:draft_detail", vacancy.pk)


@require_safe
def version_file(request: UserRequest, vacancy_id: int, number: int, kind: str) -> HttpResponse:
    """Return a version, as it was frozen, as a file."""
    vacancy = vacancy_or_404(request, vacancy_id)
    version = version_or_404(vacancy, number)
    try:
        return _job_description(job_description_in(version), kind)
    except DocumentTooLongError:
        messages.error(request, TOO_LONG)
        return redirect("vacancies:version_detail", vacancy.pk, version.number)


def _job_description(found: JobDescription, kind: str) -> HttpResponse:
    body = job_description_pdf(found) if kind == "pdf" else job_description_docx(found)
    edition = found.edition
    label = f"job-description-version-{edition.number}" if edition.frozen else "job-description"
    return download(body, kind, file_name(label, found.title, edition.day, kind))
