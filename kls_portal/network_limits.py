"""Limits on the most expensive requests of one network per minute: searches, checks and files.

People do not normally reach these limits; a request above one gets 429 with Retry-After. Every
URL whose name ends in `_file` counts as a file, so new ones are covered automatically.
"""

from collections.abc import Callable
from time import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.deprecation import MiddlewareMixin

from kls_portal.http_methods import View
from kls_portal.limits import network_of, within

SECONDS = 60


def counts_as(kind: str) -> Callable[[View], View]:
    """Mark a view whose submissions and queries count as `kind`, a key of NETWORK_LIMITS.

    Opening its page without a query does not count.
    """

    def mark(view: View) -> View:
        view.counts_as = kind  # type: ignore[attr-defined]
        return view

    return mark


class NetworkLimitsMiddleware(MiddlewareMixin):
    """Reject requests above NETWORK_LIMITS before the view does any work."""

    def process_view(
        self, request: HttpRequest, view: View, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Return the page that says to wait, or None if the view may respond."""
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
    """Return what a request counts as, or "" for nothing."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    if (name or "").endswith("_file"):
        return "files"
    asks = request.method == "POST" or bool(request.META.get("QUERY_STRING"))
    return getattr(view, "counts_as", "") if asks else ""
