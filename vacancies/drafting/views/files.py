"""The job description as a file."""

from functools import partial

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.files import file_response
from vacancies.drafting.exports import job_description_document
from vacancies.drafting.rules.job_description import JobDescription, candidates_copy
from vacancies.drafting.services.job_descriptions import job_description_in, job_description_of
from vacancies.drafting.views.versions import version_or_404
from vacancies.posts.requests import vacancy_or_404


@require_safe
def draft_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return the current draft as a file."""
    vacancy = vacancy_or_404(request, vacancy_id)
    return job_description_file(request, job_description_of(vacancy), kind)


@require_safe
def version_file(request: UserRequest, vacancy_id: int, number: int, kind: str) -> HttpResponse:
    """Return a frozen version as a file."""
    version = version_or_404(vacancy_or_404(request, vacancy_id), number)
    return job_description_file(request, job_description_in(version), kind)


def job_description_file(
    request: UserRequest, description: JobDescription, kind: str
) -> HttpResponse:
    """Return a job description as a file of a kind, or a response that it cannot be made.

    `?for=candidates` asks for the document that goes with the advert.
    """
    edition = description.edition
    what = f"job-description-version-{edition.number}" if edition.frozen else "job-description"
    if request.GET.get("for") == "candidates":
        description, what = candidates_copy(description), f"{what}-for-candidates"
    made = partial(job_description_document, description)
    return file_response(request, kind, what, description.title, edition.day, document=made)
