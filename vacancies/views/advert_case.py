"""The case for paid advertising: the reasons, and the letter to the recruitment team."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.forms.advert_plan import AdvertCaseForm
from vacancies.models import Vacancy
from vacancies.services.advert_plan import case_of, case_paper_of, case_to_change, plan_of
from vacancies.views.download import paper_download
from vacancies.views.fetch import posted, vacancy_or_404, vacancy_to_change_or_404
from vacancies.views.saving import one_at_a_time, save_posted, saves


@require_safe_or_post
@one_at_a_time
def advert_case_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Write down why the post is hard to recruit to, and take the letter."""
    among = Vacancy.objects.select_related("organisation", "advert_case")
    vacancy = vacancy_to_change_or_404(request, vacancy_id, among)
    row = case_to_change(vacancy=vacancy) if request.method == "POST" else case_of(vacancy)
    form = AdvertCaseForm(posted(request), instance=row)

    address = reverse("vacancies:advert_case_edit", args=[vacancy.pk])
    said = "You saved the reasons. The letter below holds them."
    if answer := save_posted(request, form, saves(form, vacancy), said, address):
        return answer
    context = {"vacancy": vacancy, "plan": plan_of(vacancy), "form": form}
    return render(request, "vacancies/advert_case_edit.html", context)


@require_safe
def advert_case_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return the letter to the recruitment team as a file."""
    among = Vacancy.objects.select_related("organisation", "advert_case")
    vacancy = vacancy_or_404(request, vacancy_id, among)
    paper, back = case_paper_of(vacancy), reverse("vacancies:advert_case_edit", args=[vacancy.pk])
    return paper_download(request, paper, kind, "case for paid advertising", vacancy.title, back)
