"""What a request brings and gets: the vacancy, posted answers, secret pages."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from django.contrib import messages
from django.forms import Field
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.permissions import Action, thing_or_404
from kls_portal.public import View, public
from kls_portal.secret_pages import secret
from vacancies.posts.models import Vacancy, VacancyQuery


def redirect_on(error: type[Exception], page: str, *names: str) -> Callable[[View], View]:
    """Return a decorator for views that act: where `error` stops one, its words are shown.

    page: the name of the address to lead to; names: those of its arguments, as the view has them.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, **kwargs)
            except error as reason:
                address = reverse(page, kwargs={name: kwargs[name] for name in names})
                return answered(request, str(reason), address, level=messages.ERROR)

        return inner

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


def by_secret_link(
    find: Callable[[str], Any], *, closed: str, typed: Iterable[str] = ()
) -> Callable[[View], View]:
    """Let the address's token open what `find` gives for it; the view gets that and the token.

    A token that opens nothing (any more) answers with `closed_page`, whose arguments these are.
    The token is all that lets somebody in, and no other site knows it, so no further proof is
    asked of a form; without a referrer a browser would give none.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
            found = find(token)
            if found is None:
                return closed_page(request, closed, typed)
            return view(request, found, token, **kwargs)

        return csrf_exempt(public(secret(inner)))

    return guard


def closed_page(request: HttpRequest, template: str, typed: Iterable[str] = ()) -> HttpResponse:
    """Return the page, with status 404, that says what to do where a link opens nothing.

    typed: names of what somebody types on the page that was open before. Their words are shown
    to them again and kept nowhere.
    """
    words = [text for name in typed if (text := request.POST.get(name, "").strip())]
    return render(request, template, {"typed": words}, status=404)
