"""Acts that cannot be done lead back to their page with the reason."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

View = Callable[..., HttpResponse]


def leads_back(error: type[Exception], page: str, *names: str) -> Callable[[View], View]:
    """Return a decorator for views that act: where `error` stops one, its words are shown.

    page: the name of the address to lead to; names: those of its arguments, as the view has them.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, **kwargs)
            except error as reason:
                messages.error(request, str(reason))
                return redirect(reverse(page, kwargs={name: kwargs[name] for name in names}))

        return inner

    return decorate
