"""Helpers for views: the vacancy of a request, and its posted data."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django.contrib import messages
from django.forms import Field
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from kls_portal.accounts.permissions import Action, thing_or_404
from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.forms import NhsukForm
from kls_portal.http_methods import View
from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.rules import RefusedError


@contextmanager
def refusal_in(form: NhsukForm, field: str | None = None) -> Iterator[None]:
    """Add the reason to the form, or to its `field`, if an action in the block is refused."""
    try:
        yield
    except RefusedError as reason:
        form.add_error(field, str(reason))


def redirect_on_refusal(page: str, *names: str) -> Callable[[View], View]:
    """Return a decorator for views that redirects with the reason if an action is refused.

    page: the URL name to redirect to; names: its arguments, which the view has under these names.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, **kwargs)
            except RefusedError as reason:
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
    """Return the vacancy if the user may do `action` with it. Raises as `thing_or_404` does."""
    among = Vacancy.objects.for_draft() if among is None else among
    return thing_or_404(request, among, vacancy_id, action)


def vacancy_to_change_or_404(
    request: UserRequest, vacancy_id: int, among: VacancyQuery | None = None
) -> Vacancy:
    """Return the vacancy if the user may edit it, locked if the request is a POST.

    The view must be `atomic_on_post`, because a lock lasts as long as the transaction.
    """
    among = Vacancy.objects.for_draft() if among is None else among
    if request.method == "POST":
        among = among.select_for_update(of=("self",))
    return vacancy_or_404(request, vacancy_id, among, Action.EDIT)


def typed_in(request: UserRequest, fields: Mapping[str, Field]) -> dict[str, Any]:
    """Return the posted values of these fields, except hidden ones, to show them again."""
    return {
        name: field.widget.value_from_datadict(request.POST, {}, name)
        for name, field in fields.items()
        if not field.widget.is_hidden and name in request.POST
    }


def posted(request: UserRequest) -> QueryDict | None:
    """Return the posted data, even if empty, or None if the request is not a POST."""
    return request.POST if request.method == "POST" else None
