"""Pages of the site itself: health, errors."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from kls_portal.operation.readiness import OK, readiness
from kls_portal.public import public

NOT_KEPT = {"Cache-Control": "no-store"}


@public
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """Answer 200 while this process answers at all. It asks nobody else."""
    return JsonResponse({"status": OK}, headers=NOT_KEPT)


@public
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 while people can be served, else 503; each check has a line of its own."""
    is_ready, checks = readiness()
    return JsonResponse(
        {"status": OK if is_ready else "unavailable", **checks},
        status=200 if is_ready else 503,
        headers=NOT_KEPT,
        json_dumps_params={"indent": 1, "ensure_ascii": False},
    )


@public
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask for the icon by its old name to the one of this release."""
    response = redirect(static("images/favicon.ico"))
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


@public
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say what to do when a form came back without its token. What was typed is in Back."""
    return render(request, "403_csrf.html", {"reason": reason}, status=403)


def error(status: int) -> Any:
    """Return the handler of an error status; its page needs neither database nor session."""

    def handler(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
        return render(request, f"{status}.html", status=status)

    return handler


bad_request, forbidden = error(400), error(403)
not_found, server_error = error(404), error(500)
