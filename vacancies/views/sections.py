"""The sections of a draft that are one form each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from vacancies.forms.sections import DatesForm, PostForm, PurposeForm, SectionForm
from vacancies.forms.texts import TextsForm, asked_for_text, with_text
from vacancies.services.drafting import sections_of
from vacancies.services.echoes import echoes_of
from vacancies.services.organisation_texts import keep_text
from vacancies.services.profiles import beside
from vacancies.views.fetch import posted, vacancy_to_change_or_404
from vacancies.views.saving import one_at_a_time, save_posted, saves_as_typed

GET_AND_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_AND_POST)
@one_at_a_time
def post_edit(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """The post: title, band, profile, hours, contract, place, flexible working."""
    return _edit(request, vacancy_id, PostForm, "post")


@require_http_methods(GET_AND_POST)
@one_at_a_time
def dates_edit(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """The key dates of the vacancy."""
    return _edit(request, vacancy_id, DatesForm, "dates")


@require_http_methods(GET_AND_POST)
@one_at_a_time
def purpose_edit(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """The organisation, the purpose of the job and its place in the structure."""
    return _edit(request, vacancy_id, PurposeForm, "purpose")


def _edit(
    request: HttpRequest, vacancy_id: int, form_class: type[SectionForm], slug: str
) -> HttpResponse:
    vacancy = vacancy_to_change_or_404(request, vacancy_id)
    section = next(section for section in sections_of(vacancy) if section.slug == slug)
    form = form_class(posted(request), instance=vacancy)
    fills = isinstance(form, TextsForm) and asked_for_text(posted(request))
    if fills:
        form = with_text(form, request.POST)
    else:
        said = f"You saved “{section.name}”."
        address = vacancy.get_absolute_url()
        if answer := save_posted(request, form, lambda: _save(request, form), said, address):
            return answer
    context = {
        "vacancy": vacancy,
        "section": section,
        "echoes": echoes_of(vacancy, slug),
        "form": form,
        "fills": fills,
        "beside": beside(vacancy.profile),
    }
    return render(request, f"vacancies/{slug}_edit.html", context)


def _save(request: HttpRequest, form: SectionForm) -> None:
    vacancy = form.save()
    if isinstance(form, TextsForm) and not saves_as_typed(request):
        for kind, text in form.to_keep.items():
            keep_text(organisation=vacancy.organisation, kind=kind, text=text)
