"""Opening, sharing and deleting vacancies."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kls_portal.accounts.permissions import Action
from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.http_methods import require_safe_or_post
from vacancies.posts.forms.vacancy import DeleteForm, NewVacancyForm, ShareForm
from vacancies.posts.overview import FILE, Entry, link
from vacancies.posts.requests import posted, vacancy_or_404
from vacancies.posts.services import open_vacancy


def file_lines(vacancy: Any, _: date) -> Iterator[Entry]:
    """Yield the links to share and delete a vacancy, for users who may do so."""
    if vacancy.may_share:
        yield link(vacancy, FILE, "vacancy_share", "Work on it with colleagues")
    if vacancy.may_delete:
        yield link(vacancy, FILE, "vacancy_delete", "Delete this vacancy")


THEN = {"import": "vacancies:import_create", "handover": "vacancies:handover_link"}
"""Pages where a new vacancy may start instead of its first page."""


@require_safe_or_post
def vacancy_create(request: UserRequest) -> HttpResponse:
    """Open a vacancy, and continue with an old job description or a handover if asked to.

    `?start=handover` asks only for what a handover needs. Submitting the same form twice opens one
    vacancy.
    """
    form = NewVacancyForm(posted(request), person=request.user)
    then = request.POST.get("then") or request.GET.get("start")
    if then == "handover":
        form.ask_for_a_handover()
    if not form.may_open:
        return render(request, "vacancies/posts/no_organisation.html", status=403)
    if request.method == "POST" and form.is_valid():
        vacancy, is_new = open_vacancy(person=request.user, **form.cleaned_data)
        page = reverse(THEN.get(then or "", "vacancies:vacancy_detail"), args=[vacancy.pk])
        said = f"You opened “{vacancy.title}”."
        if not is_new:
            said += " This is still the same vacancy. A second one needs another title today."
        return answered(request, said, page)
    context = {"form": form, "is_handover": then == "handover"}
    return render(request, "vacancies/posts/vacancy_create.html", context)


@require_safe_or_post
def vacancy_share(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Choose the colleagues who may work on this vacancy."""
    vacancy = vacancy_or_404(request, vacancy_id, action=Action.SHARE)
    form = ShareForm(posted(request), vacancy=vacancy)
    if request.method == "POST" and form.is_valid():
        vacancy.shared_with.set(form.cleaned_data["people"])
        return answered(request, "You saved who may work on this vacancy.", vacancy)
    return render(request, "vacancies/posts/vacancy_share.html", {"vacancy": vacancy, "form": form})


@require_safe_or_post
def vacancy_delete(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Delete a vacancy with everything that belongs to it, once confirmed."""
    vacancy = vacancy_or_404(request, vacancy_id, action=Action.DELETE)
    form = DeleteForm(posted(request))
    if request.method == "POST" and form.is_valid():
        vacancy.delete()
        return answered(request, f"You deleted “{vacancy.title}”.", "vacancies:vacancy_list")
    return render(
        request, "vacancies/posts/vacancy_delete.html", {"vacancy": vacancy, "form": form}
    )
