"""Pages whose address is a secret: nobody stores them, indexes them or learns where they are."""

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from kls_portal.public import View

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


def secret(view: View) -> View:
    """Let nobody store the page, index it, or learn its address from a link on it."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return wrapper
