"""Viewing the site as of another day, for editors. What they see is never stored.

So a submitted form uses today's facts, unless its view is marked `stores_nothing`.
"""

from collections.abc import Callable
from datetime import date
from functools import cache

from django.http import HttpRequest, HttpResponse

from kls_portal.http_methods import View
from kls_portal.operation.site_version import chosen_day
from kls_portal.public import has_session

KEY = "as_of"
"""Query parameter: `?as_of=2027-01-01` sets the day of the session, and `?as_of=` clears it."""


def stores_nothing(view: View) -> View:
    """Mark a view whose response to a submitted form is not stored, so that it may use any day."""
    view.stores_nothing = True  # type: ignore[attr-defined]
    return view


class AsOfMiddleware:
    """Show an editor the facts of the day set in their session.

    The session is read only when a fact is needed, so other pages need no query. Pages for a
    visitor with a session are never stored (`kls_portal.public`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not has_session(request):
            return self.get_response(request)
        token = chosen_day.set(cache(lambda: _chosen_day(request)))
        try:
            return self.get_response(request)
        finally:
            chosen_day.reset(token)


def _chosen_day(request: HttpRequest) -> date | None:
    """Return the day in the session, which the query may have just set, or None."""
    view = request.resolver_match and request.resolver_match.func
    if request.method not in {"GET", "HEAD"} and not hasattr(view, "stores_nothing"):
        return None
    asked = request.GET.get(KEY)
    if asked is None and KEY not in request.session:
        return None
    if not request.user.has_perm("reference.change_fact"):
        return None
    if asked is not None:
        request.session[KEY] = asked if _day_asked_for(asked) else ""
    return _day_asked_for(request.session[KEY])


def _day_asked_for(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
