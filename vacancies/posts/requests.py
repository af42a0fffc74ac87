"""What a request brings and gets: the vacancy, posted answers."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib import messages
from django.forms import Field
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from kls_portal.accounts.permissions import Action, thing_or_404
from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.http_methods import View
from vacancies.posts.models import Vacancy, VacancyQuery


def redirect_on(error: type[Exception], page: str, *names: str) -> Callable[[View], View]:
    """Return a decorator for views that act: where `error` stops one, its words are shown.

    page: the name of the address to lead to; names: those of its arguments, as the view has them.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, **kwargs)
            except error as reason:
                address = reverse(page, kwargs={name: kwargs[name] for name in names})
                return answered(request, str(reason), address, level=messages.ERROR)

        return wrapper

    return decorate


def vacancy_or_404(
    request: UserRequest,
    vacancy_id: int,
    among: VacancyQuery | None = None,
    action: Action | None = None,
) -> Vacancy:
    """Return the vacancy if this person may do `action` with it, else as `thing_or_404` says."""
    among = Vacancy.objects.for_draft() if among is None else among
    return thing_or_404(request, among, vacancy_id, action)


def vacancy_to_change_or_404(
    request: UserRequest, vacancy_id: int, among: VacancyQuery | None = None
) -> Vacancy:
    """Return the vacancy if this person may edit it, locked while something is saved.

    For views that are `atomic_on_post`: a lock lasts as long as the transaction.
    """
    among = Vacancy.objects.for_draft() if among is None else among
    if request.method == "POST":
        among = among.select_for_update(of=("self",))
    return vacancy_or_404(request, vacancy_id, among, Action.EDIT)


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
