"""Headers that Django has no setting for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

UNUSED = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
POLICY = ", ".join(f"{name}=()" for name in UNUSED)


class PermissionsPolicyMiddleware:
    """Tells the browser that the portal uses none of its devices."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response
