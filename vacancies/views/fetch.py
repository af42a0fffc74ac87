"""What a request brings: the vacancy it may open, the answers it posted.

What somebody may not see answers 404, as if it were not there.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Field
from django.http import QueryDict
from django.shortcuts import get_object_or_404

from kls_portal.accounts.requests import UserRequest
from vacancies.models import Vacancy
from vacancies.models.vacancy import VacancyQuery


def vacancy_or_404(
    request: UserRequest, vacancy_id: int, among: VacancyQuery | None = None
) -> Vacancy:
    """Return the vacancy if this person may open it. Raises Http404 otherwise."""
    found = Vacancy.objects.for_draft() if among is None else among
    return get_object_or_404(found.visible_to(request.user), pk=vacancy_id)


def vacancy_to_change_or_404(
    request: UserRequest, vacancy_id: int, among: VacancyQuery | None = None
) -> Vacancy:
    """Return the vacancy, locked while something is saved. Raises Http404 as above.

    For views that are `one_at_a_time`: a lock lasts as long as the transaction.
    """
    among = Vacancy.objects.for_draft() if among is None else among
    if request.method == "POST":
        among = among.select_for_update(of=("self",))
    return vacancy_or_404(request, vacancy_id, among)


def kept_vacancy_or_403(request: UserRequest, vacancy_id: int) -> Vacancy:
    """Return the vacancy if this person may share and delete it.

    Raises Http404 for somebody who may not open it, PermissionDenied for a colleague whom it is
    only shared with.
    """
    vacancy = vacancy_or_404(request, vacancy_id)
    if not vacancy.is_kept_by(request.user):
        raise PermissionDenied
    return vacancy


def typed_in(request: UserRequest, fields: Mapping[str, Field]) -> dict[str, Any]:
    """Return what was posted for these fields, but for hidden ones, to show it again."""
    return {
        name: field.widget.value_from_datadict(request.POST, {}, name)
        for name, field in fields.items()
        if not field.widget.is_hidden and name in request.POST
    }


def posted(request: UserRequest) -> QueryDict | None:
    """Return what was posted, even if it is nothing, or None for a page that is only opened."""
    return request.POST if request.method == "POST" else None
