"""Public pages: the list of tools, and the worked examples."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, marked, page
from kls_portal.files import file_response
from kls_portal.public import public, public_page
from kls_portal.tools import TOOLS
from vacancies.drafting.models.examples import Example
from vacancies.drafting.services.shipped_examples import advert_of, questions_of
from vacancies.drafting.services.versions import job_description_of_example
from vacancies.drafting.views.versions import job_description_file
from vacancies.overview.example_documents import documents_of, sheet_of_example


@public_page
@page
def tool_list(request: UserRequest) -> Answer:
    open_to_all = [tool for tool in TOOLS if not tool.needs_account]
    others = [tool for tool in TOOLS if tool.needs_account]
    return {"open_to_all": open_to_all, "with_account": others}


@public_page
@page
def worked_example_list(request: UserRequest) -> Answer:
    return {"examples": Example.objects.shipped()}


@public_page
@page
def worked_example_detail(request: UserRequest, code: str) -> Answer:
    example = get_object_or_404(Example.objects.shipped(), code=code)
    documents = list(documents_of(example))
    return {
        "example": example,
        "job": job_description_of_example(example),
        "advert": advert_of(example),
        "questions": list(questions_of(example)),
        "documents": [one for one in documents if not one.on_page],
        "on_pages": [one for one in documents if one.on_page],
        "sheet": sheet_of_example(example),
    }


@marked(counts_as="files")
@public
@require_safe
def worked_example_file(request: UserRequest, code: str, kind: str) -> HttpResponse:
    example = get_object_or_404(Example.objects.shipped(), code=code)
    return job_description_file(request, job_description_of_example(example), kind)


@marked(counts_as="files")
@public
@require_safe
def example_document_file(request: UserRequest, code: str, name: str, kind: str) -> HttpResponse:
    example = get_object_or_404(Example.objects.shipped(), code=code)
    document = next((one for one in documents_of(example) if one.slug == name), None)
    if document is None:
        raise Http404
    return file_response(request, kind, name, example.title, document=document.made)
