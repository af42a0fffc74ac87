"""Rate limits for each network, counted anonymously.

A network is identified only by a hash keyed with the site's secret key and the day, so that
nobody can recover the address or link two days. Counts are kept in the store and expire with
their window.
"""

import hashlib
import hmac
import ipaddress
from time import time

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.timezone import localdate

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
