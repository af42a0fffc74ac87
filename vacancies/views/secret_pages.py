"""Pages that a secret link opens without an account. Nobody keeps or passes on what they show."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from kls_portal.public import View, public
from kls_portal.secret_pages import secret


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
