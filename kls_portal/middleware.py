"""Middleware: headers without a Django setting, HEAD, health checks and null bytes."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kls_portal import views
from kls_portal.public import has_session

UNUSED = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
POLICY = ", ".join(f"{name}=()" for name in UNUSED)


PROBES = {"/healthz": views.ready, "/healthz/live": views.live, "/healthz/ready": views.ready}


class HealthMiddleware:
    """Answer health checks before the Host header or HTTPS is checked.

    A load balancer uses the IP address and HTTP, with or without a trailing slash.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        probe = PROBES.get(request.path_info.rstrip("/"))
        return probe(request) if probe else self.get_response(request)


class PermissionsPolicyMiddleware:
    """Tell the browser that the portal uses none of its devices."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response


class PrivateAnswersMiddleware:
    """Prevent caching of responses that are not public; a header set by a view stays.

    A response is public if its view is open to everybody and the visitor has no session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if has_session(request) or not _is_open(request):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class HeadWithoutBodyMiddleware:
    """Answer HEAD with the headers of GET and no body; gunicorn logs a body as an error."""

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
    """Drop null bytes from query strings: nobody types them, and PostgreSQL rejects them.

    This covers everything that reads the query string, including filters of the admin. Forms
    themselves drop invisible characters from submitted data (`kls_portal.forms.invisible`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.META.get("QUERY_STRING", "")
        request.META["QUERY_STRING"] = asked.replace("%00", "").replace("\0", "")
        return self.get_response(request)


def _is_open(request: HttpRequest) -> bool:
    # An unknown address has no view; its "not found" page is the same for everybody.
    match = request.resolver_match
    return match is None or not getattr(match.func, "login_required", True)
