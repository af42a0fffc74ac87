"""The sections of a draft that are one form each."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.forms.advert import AdvertForm
from vacancies.forms.section import SectionForm
from vacancies.forms.sections import DatesForm, PostForm, PurposeForm
from vacancies.forms.texts import TextsForm, asked_for_text, with_text
from vacancies.services.advert import advert_limits, advert_section_of, facts_for_advert
from vacancies.services.drafting import sections_of
from vacancies.services.echoes import echoes_of
from vacancies.services.organisation_texts import keep_text
from vacancies.services.profiles import beside
from vacancies.views.fetch import posted, vacancy_to_change_or_404
from vacancies.views.saving import one_at_a_time, save_posted, saves_as_typed
from vacancies.views.typed import asked_to_check, findings_panel


@require_safe_or_post
@one_at_a_time
def post_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """The post: title, band, profile, hours, contract, place, flexible working."""
    return _edit(request, vacancy_id, PostForm, "post")


@require_safe_or_post
@one_at_a_time
def dates_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """The key dates of the vacancy."""
    return _edit(request, vacancy_id, DatesForm, "dates")


@require_safe_or_post
@one_at_a_time
def purpose_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """The organisation, the purpose of the job and its place in the structure."""
    return _edit(request, vacancy_id, PurposeForm, "purpose")


@require_safe_or_post
@one_at_a_time
def advert_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """The advert's own words, with the facts of the draft beside them."""
    vacancy = vacancy_to_change_or_404(request, vacancy_id)
    section = advert_section_of(vacancy)
    form = AdvertForm(posted(request), instance=vacancy, limits=advert_limits())
    if asked_to_check(request):
        form.is_valid()
    else:
        said, address = f"You saved “{section.name}”.", vacancy.get_absolute_url()
        if answer := save_posted(request, form, form.save, said, address):
            return answer
    context = {
        "vacancy": vacancy,
        "section": section,
        "form": form,
        "facts": facts_for_advert(vacancy),
        "panel": findings_panel(vacancy, section.slug, form),
    }
    return render(request, "vacancies/advert_edit.html", context)


def _edit(
    request: UserRequest, vacancy_id: int, form_class: type[SectionForm], slug: str
) -> HttpResponse:
    vacancy = vacancy_to_change_or_404(request, vacancy_id)
    section = next(section for section in sections_of(vacancy) if section.slug == slug)
    form: Any = form_class(posted(request), instance=vacancy)
    fills = isinstance(form, TextsForm) and asked_for_text(posted(request))
    if fills:
        form = with_text(form, request.POST)
    elif asked_to_check(request):
        form.is_valid()
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
        "panel": findings_panel(vacancy, slug, form),
    }
    return render(request, f"vacancies/{slug}_edit.html", context)


def _save(request: UserRequest, form: SectionForm) -> None:
    vacancy = form.save()
    if isinstance(form, TextsForm) and not saves_as_typed(request):
        for kind, text in form.to_keep.items():
            keep_text(organisation=vacancy.organisation, kind=kind, text=text)
