"""How much of what costs most one network may ask for in a minute: searches, checks and files.

A person never meets these limits; whoever does is told to wait (429, with Retry-After). Every
address whose name ends in `_file` counts as a file, so a new one is covered by itself.
"""

from collections.abc import Callable
from time import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kls_portal.limits import network_of, within

SECONDS = 60
View = Callable[..., HttpResponse]


def counts_as(kind: str) -> Callable[[View], View]:
    """Mark a view whose uses count as `kind`, a key of NETWORK_LIMITS: what is sent or asked for.

    Opening its page without a question in it counts for nothing.
    """

    def mark(view: View) -> View:
        view.counts_as = kind  # type: ignore[attr-defined]
        return view

    return mark


class NetworkLimitsMiddleware:
    """Refuses what is more than NETWORK_LIMITS before the view does any work."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Return the page that says to wait, or None where the view may answer."""
        kind = _kind(request, view)
        if not kind or within(
            settings.NETWORK_LIMITS[kind],
            per_seconds=SECONDS,
            of=f"{kind} {network_of(request)}",
        ):
            return None
        response = render(request, "too_much.html", status=429)
        response.headers["Retry-After"] = str(SECONDS - int(time()) % SECONDS)
        response.headers["Cache-Control"] = "private, no-store"
        return response


def _kind(request: HttpRequest, view: View) -> str:
    """Return what a request counts as, "" for nothing."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    if (name or "").endswith("_file"):
        return "files"
    asks = request.method == "POST" or bool(request.META.get("QUERY_STRING"))
    return getattr(view, "counts_as", "") if asks else ""
