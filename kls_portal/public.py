"""Public pages: open to everybody, the same for everybody, and stored until the site changes.

A page is stored under its path, the site version, the release and the day. Each publication
raises the site version (`invalidate_public_cache`), so no stored page outlives a change; a new
release has its own pages, and dated content appears on its day. Visitors with a session cookie
neither add to the stored pages nor are shown one, unless the database is down.
"""

import hashlib
import logging
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.timezone import localdate

from kls_portal.answers import View
from kls_portal.operation.forgiving import is_database_down
from kls_portal.operation.site_version import chosen_day, pages, release, site_version

_logger = logging.getLogger(__name__)


def cached_until_publish(name: str, make: Callable[[], Any]) -> Any:
    """Return the result of `make`, stored for all under `name` until the site or the day changes.

    None is not stored. For an editor viewing another day, nothing is stored or read from the store.
    """
    return _kept(caches["pages"], name, make)


def kept_in_process(name: str, make: Callable[[], Any]) -> Any:
    """Return the result of `make`, cached like `cached_until_publish` but in this process only.

    For values derived from a vacancy: they are not written to disk, so deleting the vacancy leaves
    nothing there. `name` must identify everything that the value depends on.
    """
    return _kept(caches["process"], name, make)


def _kept(store: BaseCache, name: str, make: Callable[[], Any]) -> Any:
    if chosen_day.get()():
        return make()
    key = _key(f"kept {name}")
    kept = store.get(key)
    if kept is None:
        kept = make()
        if kept is not None:
            store.set(key, kept)
    return kept


def has_session(request: HttpRequest) -> bool:
    """Whether the visitor has a session cookie (without opening the session)."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def person_of(request: HttpRequest) -> Any:
    """Return the signed-in user, or None. No session is opened unless its cookie was sent."""
    user = getattr(request, "user", None)
    return user if has_session(request) and user is not None and user.is_authenticated else None


def public(view: View) -> View:
    """Mark a view as open to everybody, without storing its pages."""
    return login_not_required(view)


def public_page(view: View) -> View:
    """Mark a view as open to everybody, and store its pages.

    Only responses with status 200 to a GET or HEAD without a query string are stored. The browser
    must revalidate each time; the ETag keeps that response short.
    """

    @wraps(view)
    def stored(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            if has_session(request):
                return _own(view(request, *args, **kwargs))
            if not _may_be_stored(request):
                return _shared(view(request, *args, **kwargs))
            return _shared(_kept_page(request.path, lambda: view(request, *args, **kwargs)))
        except Exception as problem:
            # Any exception; the stored page is used only if the database is down.
            if last := _last_page(request, problem):
                return last
            raise

    return login_not_required(stored)


def _may_be_stored(request: HttpRequest) -> bool:
    return request.method in {"GET", "HEAD"} and not (request.GET or settings.DEBUG)


def _kept_page(path: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    key = _key(f"page {path}")
    page = pages.get(key)
    if page is None:
        response = make()
        if response.status_code != 200:
            return response
        page = (response.headers["Content-Type"], response.content)
        pages.set(key, page)
    return HttpResponse(page[1], content_type=page[0])


def _last_page(request: HttpRequest, problem: Exception) -> HttpResponse | None:
    """Return the page stored for everybody today or yesterday, if the database is down."""
    if not (_may_be_stored(request) and is_database_down(problem)):
        return None
    keys = [_key(f"page {request.path}", days_ago=days) for days in (0, 1)]
    page = next(filter(None, map(pages.get, keys)), None)
    if page is None:
        return None
    _logger.error("The database is down; a stored page was shown: %s", request.path, exc_info=True)
    response = HttpResponse(page[1], content_type=page[0])
    return _own(response) if has_session(request) else _shared(response)


def _key(name: str, *, days_ago: int = 0) -> str:
    digest = hashlib.sha256(name.encode()).hexdigest()
    day = localdate() - timedelta(days=days_ago)
    return f"{release()}:{site_version()}:{day:%Y%m%d}:{digest}"


def _own(response: HttpResponse) -> HttpResponse:
    response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def _shared(response: HttpResponse) -> HttpResponse:
    response.headers.setdefault("Cache-Control", "public, no-cache")
    patch_vary_headers(response, ["Cookie"])
    return response
