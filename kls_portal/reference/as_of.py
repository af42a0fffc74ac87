"""An editor may look at the site as of another day. What they see is never stored.

So a form that is sent counts by today's facts, but for one whose view `stores_nothing`.
"""

from collections.abc import Callable
from datetime import date
from functools import cache

from django.http import HttpRequest, HttpResponse

from kls_portal.operation.site_version import chosen_day
from kls_portal.public import has_session

View = Callable[..., HttpResponse]
KEY = "as_of"
"""In an address, `?as_of=2027-01-01` sets the day of the session, and `?as_of=` lets go of it."""


def stores_nothing(view: View) -> View:
    """Mark a view whose answer to a sent form is shown and not kept, as of any day."""
    view.stores_nothing = True  # type: ignore[attr-defined]
    return view


class AsOfMiddleware:
    """Let the request of an editor show the facts of the day that their session holds.

    The session is asked only where a fact is: a page that needs no database goes without. Pages
    of a visitor with a session are never stored (`kls_portal.public`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request as of the editor's day, and of today for anybody else."""
        if not has_session(request):
            return self.get_response(request)
        token = chosen_day.set(cache(lambda: _chosen_day(request)))
        try:
            return self.get_response(request)
        finally:
            chosen_day.reset(token)


def _chosen_day(request: HttpRequest) -> date | None:
    """Return the day of the session, as the address may have just set it, or None."""
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
