"""Middleware: headers without a Django setting, HEAD, health checks and null bytes."""

from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin

from kls_portal import views
from kls_portal.public import has_session

UNUSED = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
POLICY = ", ".join(f"{name}=()" for name in UNUSED)
PROBES = {"/healthz": views.ready, "/healthz/live": views.live, "/healthz/ready": views.ready}


class HealthMiddleware(MiddlewareMixin):
    """Answer health checks before the Host header or HTTPS is checked.

    A load balancer uses the IP address and HTTP, with or without a trailing slash.
    """

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        probe = PROBES.get(request.path_info.rstrip("/"))
        return probe(request) if probe else None


class HeadersMiddleware(MiddlewareMixin):
    """Tell the browser that the portal uses none of its devices, and keep what is not public.

    A response is public, and may be cached, if its view is open to everybody and the visitor has no
    session. A header set by a view stays.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers.setdefault("Permissions-Policy", POLICY)
        # An unknown address has no view; its "not found" page is the same for everybody.
        match = request.resolver_match
        is_open = match is None or not getattr(match.func, "login_required", True)
        if has_session(request) or not is_open:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class HeadWithoutBodyMiddleware(MiddlewareMixin):
    """Answer HEAD with the headers of GET and no body; gunicorn logs a body as an error."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.method != "HEAD":
            return response
        if response.streaming:
            response.streaming_content = ()  # type: ignore[attr-defined]
        else:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response


class NoZeroBytesMiddleware(MiddlewareMixin):
    """Drop null bytes from query strings: nobody types them, and PostgreSQL rejects them.

    This covers everything that reads the query string, including filters of the admin. Forms
    themselves drop invisible characters from submitted data (`kls_portal.forms.invisible`).
    """

    def process_request(self, request: HttpRequest) -> None:
        asked = request.META.get("QUERY_STRING", "")
        request.META["QUERY_STRING"] = asked.replace("%00", "").replace("\0", "")
