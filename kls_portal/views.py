"""Pages of the site itself: health checks and errors. Those of 403 and 404 are drawn by Django."""

import logging
import sys

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import get_template
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from kls_portal.file_size import LARGEST
from kls_portal.nav import around
from kls_portal.operation.forgiving import is_database_down
from kls_portal.operation.readiness import OK, readiness
from kls_portal.public import public

NOT_KEPT = {"Cache-Control": "no-store"}
RETRY_AFTER = 60
"""Seconds after which a client may try again."""
WORDS_ALONE = """<!DOCTYPE html>
<html lang="en-GB">
<title>Sorry, there is a problem with the portal</title>
<h1>Sorry, there is a problem with the portal</h1>
<p>Try again later. What you saved before is safe.</p>
</html>
"""

_logger = logging.getLogger(__name__)


@public
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """Respond with 200 as long as this process runs, without checking anything else."""
    return JsonResponse({"status": OK}, headers=NOT_KEPT)


@public
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Respond with 200 if people can be served, else 503, with a line for each check."""
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
    """Redirect requests for /favicon.ico to the icon of this release."""
    response = redirect(static("images/favicon.ico"))
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Report a bad request. A session that could not be saved also ends here."""
    if is_database_down(exception):
        return bare_page(request, 503)
    return render(request, "400.html", {"largest_file": LARGEST}, status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Report a server error, or that the database is down, with Retry-After."""
    return bare_page(request, 503 if is_database_down(sys.exc_info()[1]) else 500)


def bare_page(request: HttpRequest, status: int) -> HttpResponse:
    """Return a server error page that needs neither the database nor the session."""
    context = {**around(request), "request": request, "person_is_unknown": True}
    try:
        page = get_template(f"{status}.html").render(context)
    except Exception:
        # The static files are not collected, or a template is broken: only plain HTML is left.
        _logger.exception("The page of the error %s cannot be shown", status)
        page = WORDS_ALONE
    response = HttpResponse(page, status=status, headers=NOT_KEPT)
    if status == 503:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response
