"""The sections of a draft that are a single form, and the whole draft to read."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer
from vacancies.drafting.extensions import extensions
from vacancies.drafting.forms.sections import AdvertForm
from vacancies.drafting.rules.field import SECTIONS
from vacancies.drafting.services import drafting
from vacancies.drafting.services.reviews import said_of
from vacancies.drafting.services.versions import job_description_of
from vacancies.drafting.views.typed import asked_to_check, findings_panel, forms_of_sections
from vacancies.posts.forms.fields import SectionForm, TextsForm, asked_for_text, with_text
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import is_autosave, posted, save_posted, vacancy_edit, vacancy_page
from vacancies.posts.services import keep_text, pay_of
from vacancies.profiles.services.profiles import profile_to_compare


@vacancy_edit()
def advert_edit(request: UserRequest, vacancy: Vacancy) -> Answer:
    section = drafting.advert_section_of(vacancy)
    row = drafting.advert_row(vacancy, anew=request.method == "POST")
    form = AdvertForm(
        posted(request), instance=row, limits=drafting.advert_limits(), pay=pay_of(vacancy)
    )
    if asked_to_check(request):
        form.is_valid()
    else:
        said = f"You saved “{section.name}”."
        if answer := save_posted(request, form, vacancy, said, vacancy):
            return answer
    return {
        "section": section,
        "form": form,
        "facts": drafting.facts_for_advert(vacancy),
        "panel": findings_panel(vacancy, section.slug, form),
    }


def section_urls(prefix: str) -> list[URLPattern]:
    """Return the URL patterns of the sections that `edit_section` shows, under `prefix`."""
    return [
        path(f"{prefix}{slug}/", partial(edit_section, slug=slug), name=SECTIONS[slug].page)
        for slug in ("post", "dates", "purpose")
    ]


@vacancy_edit()
def edit_section(request: UserRequest, vacancy: Vacancy, slug: str) -> HttpResponse:
    """Show and save a section of the draft that is a single form. slug: a key of `SECTIONS`."""
    section = next(section for section in drafting.sections_of(vacancy) if section.slug == slug)
    form: Any = forms_of_sections()[slug](posted(request), instance=vacancy)
    fills = isinstance(form, TextsForm) and asked_for_text(posted(request))
    if fills:
        form = with_text(form, request.POST)
    elif asked_to_check(request):
        form.is_valid()
    else:
        said = f"You saved “{section.name}”."
        save = partial(_save, request, form)
        if answer := save_posted(request, form, vacancy, said, vacancy, save=save):
            return answer
    context = {
        "vacancy": vacancy,
        "section": section,
        "copied_wording": extensions.copied_wording(vacancy, slug),
        "form": form,
        "fills": fills,
        "profile_to_compare": profile_to_compare(vacancy.profile),
        "panel": findings_panel(vacancy, slug, form),
    }
    return render(request, f"vacancies/drafting/{slug}_edit.html", context)


def _save(request: UserRequest, form: SectionForm) -> None:
    vacancy = form.save()
    if isinstance(form, TextsForm) and not is_autosave(request):
        for kind, text in form.to_keep.items():
            keep_text(organisation=vacancy.organisation, kind=kind, text=text)


@vacancy_page()
def draft_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    unfinished = [section for section in drafting.sections_of(vacancy) if section.missing]
    return {
        "unfinished": unfinished,
        "copied_wording": extensions.copied_wording(vacancy),
        "job": job_description_of(vacancy),
        "said": said_of(vacancy),
    }
