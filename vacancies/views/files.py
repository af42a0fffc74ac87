"""The job description and the evidence sheet as files: PDF and Word."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.documents.file_names import file_name
from kls_portal.documents.pdf import DocumentTooLongError
from vacancies.drafting.job_description import JobDescription
from vacancies.exports.evidence_sheet_docx import evidence_sheet_docx
from vacancies.exports.evidence_sheet_pdf import evidence_sheet_pdf
from vacancies.exports.job_description_docx import job_description_docx
from vacancies.exports.job_description_pdf import job_description_pdf
from vacancies.job_evaluation.evidence import EvidenceSheet
from vacancies.models import Vacancy
from vacancies.services.evidence import evidence_sheet_of
from vacancies.services.job_descriptions import job_description_in, job_description_of
from vacancies.services.versions import sheet_in
from vacancies.views.download import TOO_LONG, download
from vacancies.views.fetch import vacancy_or_404
from vacancies.views.versions import version_or_404


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


@require_safe
def version_evidence_file(
    request: UserRequest, vacancy_id: int, number: int, kind: str
) -> HttpResponse:
    """Return the panel's sheet of a version, as it was frozen; without one, go to the version."""
    vacancy = vacancy_or_404(request, vacancy_id)
    version = version_or_404(vacancy, number)
    sheet = sheet_in(version)
    page = "vacancies:version_detail", vacancy.pk, version.number
    if sheet is None or not sheet.profile_title:
        return redirect(*page)
    try:
        return _evidence(sheet, kind)
    except DocumentTooLongError:
        messages.error(request, TOO_LONG)
        return redirect(*page)


@require_safe
def evidence_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return the panel's evidence sheet as a file; without a profile, go where it is asked."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_evidence())
    sheet = evidence_sheet_of(vacancy)
    if sheet is None:
        return redirect("vacancies:evidence_detail", vacancy.pk)
    try:
        return _evidence(sheet, kind)
    except DocumentTooLongError:
        messages.error(request, TOO_LONG)
        return redirect("vacancies:evidence_detail", vacancy.pk)


def _evidence(sheet: EvidenceSheet, kind: str) -> HttpResponse:
    body = evidence_sheet_pdf(sheet) if kind == "pdf" else evidence_sheet_docx(sheet)
    label = f"evidence-sheet-version-{sheet.version}" if sheet.version else "evidence-sheet"
    return download(body, kind, file_name(label, sheet.title, sheet.day, kind))


def _job_description(found: JobDescription, kind: str) -> HttpResponse:
    body = job_description_pdf(found) if kind == "pdf" else job_description_docx(found)
    edition = found.edition
    label = f"job-description-version-{edition.number}" if edition.frozen else "job-description"
    return download(body, kind, file_name(label, found.title, edition.day, kind))
