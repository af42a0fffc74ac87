"""Pages that a secret link opens without an account. Nobody keeps or passes on what they show."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from kls_portal.public import View, public
from kls_portal.secret_pages import secret


def by_secret_link(
    find: Callable[[str], Any], *, closed: str, form: type[BaseForm]
) -> Callable[[View], View]:
    """Let the address's token open what `find` gives for it; the view gets that and the token.

    A token that opens nothing (any more) answers 404 with the page `closed`, which says what to
    do, and gives back what was typed into `form` meanwhile. The token is all that lets somebody
    in, and no other site knows it, so no further proof is asked of a form; without a referrer a
    browser would give none.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
            found = find(token)
            if found is None:
                typed = words_typed(request.POST, form) if request.method == "POST" else []
                return render(request, closed, {"typed": typed}, status=404)
            return view(request, found, token, **kwargs)

        return csrf_exempt(public(secret(inner)))

    return guard


def words_typed(posted: Mapping[str, str], form: type[BaseForm]) -> list[tuple[str, str]]:
    """Return (label, words) of each field of a form into which something was typed."""
    return [
        (str(field.label), posted[name].strip())
        for name, field in form.base_fields.items()
        if not field.widget.is_hidden and posted.get(name, "").strip()
    ]
