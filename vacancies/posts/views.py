"""The manager's vacancies: open one, share it, delete it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.http_methods import require_safe_or_post
from kls_portal.permissions import Action
from vacancies.posts.forms.vacancy import DeleteForm, NewVacancyForm, ShareForm
from vacancies.posts.overview import FILE, Entry, link
from vacancies.posts.requests import posted, vacancy_or_404
from vacancies.posts.services import delete_vacancy, open_vacancy, share_vacancy


def file_lines(vacancy: Any, _: date) -> Iterator[Entry]:
    """Yield what whoever may share a vacancy finds on its first page."""
    if vacancy.may_share:
        yield link(vacancy, FILE, "vacancy_share", "Work on it with colleagues")
        yield link(vacancy, FILE, "vacancy_delete", "Delete this vacancy")


@require_safe_or_post
def vacancy_create(request: UserRequest) -> HttpResponse:
    """Open a vacancy file, and go on to an old job description if asked to.

    Sent twice, the same form opens it once.
    """
    form = NewVacancyForm(posted(request), person=request.user)
    if not form.may_open:
        return render(request, "vacancies/posts/no_organisation.html", status=403)
    if request.method == "POST" and form.is_valid():
        vacancy = open_vacancy(person=request.user, **form.cleaned_data)
        is_next = request.POST.get("then") == "import"
        page = reverse("vacancies:import_create", args=[vacancy.pk]) if is_next else vacancy
        return answered(request, f"You opened “{vacancy.title}”.", page)
    return render(request, "vacancies/posts/vacancy_create.html", {"form": form})


@require_safe_or_post
def vacancy_share(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Choose the colleagues who may work on this vacancy."""
    vacancy = vacancy_or_404(request, vacancy_id, action=Action.SHARE)
    form = ShareForm(posted(request), vacancy=vacancy)
    if request.method == "POST" and form.is_valid():
        share_vacancy(vacancy=vacancy, people=form.cleaned_data["people"])
        return answered(request, "You saved who may work on this vacancy.", vacancy)
    return render(request, "vacancies/posts/vacancy_share.html", {"vacancy": vacancy, "form": form})


@require_safe_or_post
def vacancy_delete(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Delete a vacancy with all that belongs to it, once the person has confirmed."""
    vacancy = vacancy_or_404(request, vacancy_id, action=Action.DELETE)
    form = DeleteForm(posted(request))
    if request.method == "POST" and form.is_valid():
        delete_vacancy(vacancy=vacancy)
        return answered(request, f"You deleted “{vacancy.title}”.", "vacancies:vacancy_list")
    return render(
        request, "vacancies/posts/vacancy_delete.html", {"vacancy": vacancy, "form": form}
    )
