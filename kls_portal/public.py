"""Public pages: open to everybody, the same for everybody, and stored until the site changes.

A page is stored under its path, the site's version, the code's and the day. Publishing anything
raises the first (`raise_site_version`), so no stored page outlives a change; a new release has
pages of its own, and what is dated appears on its day. Nobody who carries a session cookie is ever
given, or adds to, the stored pages.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.timezone import localdate

from kls_portal.operation.release import release
from kls_portal.operation.site_version import pages, raise_site_version, site_version

__all__ = [
    "has_session",
    "keep_until_published",
    "public",
    "public_page",
    "raise_site_version",
]

View = Callable[..., HttpResponse]


def keep_until_published(name: str, make: Callable[[], Any]) -> Any:
    """Return what `make` gives, kept for all under `name` until the site or the day changes."""
    key = _key(f"kept {name}")
    kept = pages.get(key)
    if kept is None:
        kept = make()
        pages.set(key, kept)
    return kept


def has_session(request: HttpRequest) -> bool:
    """Whether the visitor carries a session cookie (without opening the session)."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def public(view: View) -> View:
    """Mark a view as open to everybody, without storing its pages."""
    return login_not_required(view)


def public_page(view: View) -> View:
    """Mark a view as open to everybody and store its pages.

    Only answers of status 200 to a GET or HEAD without a query are stored. The browser is told
    to ask again each time; the ETag makes that answer short.
    """

    @wraps(view)
    def stored(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if has_session(request):
            response = view(request, *args, **kwargs)
            response.headers.setdefault("Cache-Control", "private, no-cache")
            return response
        if request.GET or request.method not in {"GET", "HEAD"} or settings.DEBUG:
            return _shared(view(request, *args, **kwargs))
        key = _key(f"page {request.path}")
        body = pages.get(key)
        if body is None:
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                return _shared(response)
            body = (response.headers["Content-Type"], response.content)
            pages.set(key, body)
        return _shared(HttpResponse(body[1], content_type=body[0]))

    return login_not_required(stored)


def _key(name: str) -> str:
    digest = hashlib.sha256(name.encode()).hexdigest()
    return f"{release()}:{site_version()}:{localdate():%Y%m%d}:{digest}"


def _shared(response: HttpResponse) -> HttpResponse:
    response.headers.setdefault("Cache-Control", "public, no-cache")
    patch_vary_headers(response, ["Cookie"])
    return response
