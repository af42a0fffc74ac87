"""Headers that Django has no setting for, HEAD, who asks after our health, and zero bytes."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kls_portal import views
from kls_portal.public import has_session

UNUSED = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
POLICY = ", ".join(f"{name}=()" for name in UNUSED)


PROBES = {"/healthz": views.ready, "/healthz/live": views.live, "/healthz/ready": views.ready}


class HealthMiddleware:
    """Answers the watch of the host before anything looks at the Host header or asks for HTTPS.

    A balancer asks by number, over HTTP, with or without a slash at the end.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        probe = PROBES.get(request.path_info.rstrip("/"))
        return probe(request) if probe else self.get_response(request)


class PermissionsPolicyMiddleware:
    """Tells the browser that the portal uses none of its devices."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response


class PrivateAnswersMiddleware:
    """Lets nobody keep an answer that is not public; what a view says itself stays.

    An answer is public where its view is open to everybody and the visitor carries no session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if has_session(request) or not _is_open(request):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class HeadWithoutBodyMiddleware:
    """Answers HEAD with the headers of GET alone; gunicorn logs every body as a fault."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "HEAD":
            return response
        if response.streaming:
            response.streaming_content = ()  # type: ignore[attr-defined]
        else:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response


class NoZeroBytesMiddleware:
    """Drops zero bytes from a query string: nobody types them, and PostgreSQL takes none.

    For whatever reads an address, filters of the admin too. Forms drop what is sent to them
    themselves, with all that cannot be seen (`kls_portal.forms.invisible`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.META.get("QUERY_STRING", "")
        request.META["QUERY_STRING"] = asked.replace("%00", "").replace("\0", "")
        return self.get_response(request)


def _is_open(request: HttpRequest) -> bool:
    # An address that is not there has no view; the page that says so is the same for everybody.
    found = request.resolver_match
    return found is None or not getattr(found.func, "login_required", True)
