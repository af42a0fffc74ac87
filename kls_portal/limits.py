"""Rate limits for each network, counted anonymously.

A network is identified only by a hash keyed with the site's secret key and the day, so that
nobody can recover the address or link two days. Counts are kept in the store and expire with
their window.

The most expensive requests have limits that people do not normally reach; one above gets 429 with
Retry-After. Every URL whose name ends in `_file` counts as a file, so new ones are covered.
"""

import hashlib
import hmac
import ipaddress
from time import time
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.deprecation import MiddlewareMixin
from django.utils.timezone import localdate

from kls_portal.answers import View, mark_of

IPV6_PREFIX = 64


def network_of(request: HttpRequest) -> str:
    """Return an identifier for the network of a request, valid for today only.

    Only the first 64 bits of an IPv6 address count: one household or ward has all the rest.
    """
    key = f"{settings.SECRET_KEY} {localdate()}".encode()
    return hmac.new(key, _address(request).encode(), hashlib.sha256).hexdigest()


def within(limit: int, *, per_seconds: int, of: str) -> bool:
    """Count one more use of what `of` names; return whether it is still within the limit.

    Windows are fixed: a new one begins every `per_seconds`. Each use counts, even concurrent ones.
    While the store is down nothing is counted, and everything is within its limit.
    """
    window = int(time() // per_seconds)
    key = f"limit:{hashlib.sha256(of.encode()).hexdigest()}:{window}"
    cache.add(key, 0, per_seconds)
    try:
        return cache.incr(key) <= limit
    except ValueError:
        return True


def _address(request: HttpRequest) -> str:
    try:
        given = get_adapter().get_client_ip(request)
        address = ipaddress.ip_address(given)
    except (PermissionDenied, ValueError):
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network(f"{address}/{IPV6_PREFIX}", strict=False))
    return str(address)


SECONDS = 60


class NetworkLimitsMiddleware(MiddlewareMixin):
    """Reject requests above NETWORK_LIMITS before the view does any work."""

    def process_view(
        self, request: HttpRequest, view: View, args: Any, kwargs: Any
    ) -> HttpResponse | None:
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
    return (asks and mark_of(view, "counts_as")) or ""
