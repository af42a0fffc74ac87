"""The sections of a draft that are one form each."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from vacancies.forms.sections import DatesForm, PostForm, PurposeForm, SectionForm
from vacancies.services.drafting import sections_of
from vacancies.services.profiles import beside
from vacancies.views.fetch import posted, vacancy_or_404

GET_AND_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_AND_POST)
def post_edit(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """The post: title, band, profile, hours, contract, place, flexible working."""
    return _edit(request, vacancy_id, PostForm, "post")


@require_http_methods(GET_AND_POST)
def dates_edit(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """The key dates of the vacancy."""
    return _edit(request, vacancy_id, DatesForm, "dates")


@require_http_methods(GET_AND_POST)
def purpose_edit(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """The organisation, the purpose of the job and its place in the structure."""
    return _edit(request, vacancy_id, PurposeForm, "purpose")


def _edit(
    request: HttpRequest, vacancy_id: int, form_class: type[SectionForm], slug: str
) -> HttpResponse:
    vacancy = vacancy_or_404(request, vacancy_id)
    section = next(section for section in sections_of(vacancy) if section.slug == slug)
    form = form_class(posted(request), instance=vacancy)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, f"You saved “{section.name}”.")
        return redirect(vacancy)
    context = {
        "vacancy": vacancy,
        "section": section,
        "form": form,
        "beside": beside(vacancy.profile),
    }
    return render(request, f"vacancies/{slug}_edit.html", context)
