"""Texts for the advert, the Fair Library Jobs report, and the case for paid advertising."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.files import file_response
from kls_portal.http_methods import require_safe_or_post
from vacancies.drafting.rules.field import SECTIONS
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, vacancy_or_404, vacancy_to_change_or_404
from vacancies.posts.saving import atomic_on_post, save_posted
from vacancies.recruiting.forms.advert_plan import AdvertCaseForm
from vacancies.recruiting.models.advert import AdvertCase
from vacancies.recruiting.services.advert_plan import advert_texts_of, case_document_of, plan_of


@require_safe
def nhs_jobs_pack(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the boxes of the NHS Jobs form and the ready-made texts, to copy."""
    vacancy = vacancy_or_404(request, vacancy_id)
    texts = advert_texts_of(vacancy)
    context = {
        "vacancy": vacancy,
        "boxes": [(box, _address(vacancy, box.section, box.field)) for box in texts.boxes],
        "ready": texts.ready,
    }
    return render(request, "vacancies/recruiting/nhs_jobs_pack.html", context)


def _address(vacancy: Vacancy, section: str, field: str) -> str:
    address = reverse(f"vacancies:{SECTIONS[section].page}", args=[vacancy.pk])
    return f"{address}#id_{field}" if field else address


@require_safe_or_post
@atomic_on_post
def advert_case_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Edit the reasons why the post is hard to recruit to, and offer the letter."""
    among = Vacancy.objects.select_related("organisation", "advert_case")
    vacancy = vacancy_to_change_or_404(request, vacancy_id, among)
    row = AdvertCase.objects.filter(vacancy=vacancy).first() or AdvertCase(vacancy=vacancy)
    form = AdvertCaseForm(posted(request), instance=row)
    said = "You saved the reasons. They are in the letter below."
    if answer := save_posted(request, form, vacancy, said, request.path):
        return answer
    context = {"vacancy": vacancy, "plan": plan_of(vacancy), "form": form}
    return render(request, "vacancies/recruiting/advert_case_edit.html", context)


@require_safe
def advert_case_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return the letter to the recruitment team as a file."""
    among = Vacancy.objects.select_related("organisation", "advert_case")
    vacancy = vacancy_or_404(request, vacancy_id, among)
    made = partial(case_document_of, vacancy)
    return file_response(request, kind, "case for paid advertising", vacancy.title, document=made)
