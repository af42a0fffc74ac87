"""The sections of a draft that are a single form, and the whole draft to read."""

from functools import cache, partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer
from vacancies.drafting.extensions import extensions
from vacancies.drafting.forms.sections import FORMS
from vacancies.drafting.rules.field import SECTIONS
from vacancies.drafting.services import drafting
from vacancies.drafting.services.reviews import said_of
from vacancies.drafting.services.versions import job_description_of
from vacancies.drafting.views.typed import asked_to_check, findings_panel
from vacancies.posts.forms.fields import SectionForm, TextsForm, asked_for_text, with_text
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import is_autosave, posted, save_posted, vacancy_edit, vacancy_page
from vacancies.posts.services import keep_text, touch
from vacancies.profiles.services.profiles import profile_to_compare


def section_urls(prefix: str) -> list[URLPattern]:
    """Return the URL patterns of the sections that `edit_section` shows, under `prefix`."""
    return [
        path(f"{prefix}{slug}/", partial(edit_section, slug=slug), name=SECTIONS[slug].page)
        for slug in FORMS
    ]


@vacancy_edit()
def edit_section(request: UserRequest, vacancy: Vacancy, slug: str) -> HttpResponse:
    """Show and save a section of the draft that is a single form. slug: a key of `SECTIONS`."""
    section, form_of = drafting.section_of(vacancy, slug), FORMS[slug]
    form: Any = form_of(
        posted(request), instance=form_of.row_of(vacancy, anew=request.method == "POST")
    )
    fills = isinstance(form, TextsForm) and asked_for_text(posted(request))
    if fills:
        form = with_text(form, request.POST)
    elif asked_to_check(request):
        form.is_valid()
    else:
        said = f"You saved “{section.name}”."
        save = partial(_save, request, vacancy, form)
        if answer := save_posted(request, form, vacancy, said, vacancy, save=save):
            return answer
    form.prepare()
    context = {
        "vacancy": vacancy,
        "section": section,
        "form": form,
        "fills": fills,
        # Templates call these, so that only a page that shows them reads them.
        "copied_wording": cache(partial(extensions.copied_wording, vacancy, slug)),
        "profile_to_compare": cache(partial(profile_to_compare, vacancy.profile)),
        "panel": findings_panel(vacancy, slug, form),
    }
    return render(request, f"vacancies/drafting/{slug}_edit.html", context)


def _save(request: UserRequest, vacancy: Vacancy, form: SectionForm) -> None:
    if form.save() != vacancy:
        touch(vacancy)
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
